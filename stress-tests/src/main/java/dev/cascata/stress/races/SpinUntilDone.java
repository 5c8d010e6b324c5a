package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A thread reads whether a context is done, over and over; another one cancels it. Does the first ever see it?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t SpinUntilDone
 *
 *     RESULT       SAMPLES      FREQ
 *       seen     4,053,011   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_7")
@Ref("CANCEL_7")
@Needs({THREADS})
@Outcome(id = "seen", expect = ACCEPTABLE, desc = "the end was seen")
@Outcome(id = "stale", expect = FORBIDDEN, desc = "the end stayed unseen, however often it was read")
@State
public class SpinUntilDone extends Tree {
    /** Whether an end stayed unseen once; from then on the reads are such as no compiler moves, and take no time. */
    private static volatile boolean found;

    final Object node = child(root);
    private volatile boolean reading;
    private volatile boolean cancelled;
    private long since;

    @Actor
    public void reader(L_Result r) {
        reading = true;
        boolean stale = !found && spinsInVain();
        if (stale) {
            found = true;
        }
        r.r1 = !stale && soon(() -> KIT.done(node)) ? "seen" : "stale";
    }

    @Actor
    public void canceller() {
        soon(() -> reading);
        KIT.cancel(node);
        since = System.nanoTime();
        cancelled = true;
    }

    private boolean spinsInVain() {
        while (!spin()) {
            if (overdue()) {
                return true;
            }
        }
        return false;
    }

    /**
     * False if the end was not seen for so long, but not so long that the canceller of the next sample, who waits for
     * this thread, loses its patience. Reads, and does nothing else that would keep a compiler from taking the
     * read out of the loop.
     */
    private boolean spin() {
        long from = System.nanoTime();
        while (!KIT.done(node)) {
            if (System.nanoTime() - from > PATIENCE / 2) {
                return false;
            }
        }
        return true;
    }

    private boolean overdue() {
        return cancelled && System.nanoTime() - since > PATIENCE / 4;
    }
}
