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
 *       seen     5,097,491   100.00%
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
    private static volatile boolean found;

    final Object node = child(root);
    private volatile boolean reading;
    private volatile boolean cancelled;
    private volatile long since;

    @Actor
    public void reader(L_Result r) {
        boolean stale = false;
        reading = true;
        while (!found && !stale && !spin()) {
            stale = overdue();
        }
        found |= stale;
        r.r1 = stale ? "stale" : "seen";
    }

    @Actor
    public void canceller() {
        soon(() -> reading);
        KIT.cancel(node);
        since = System.nanoTime();
        cancelled = true;
    }

    /** Reads and does nothing else that would keep a compiler from taking the read out of the loop. */
    private boolean spin() {
        long from = System.nanoTime();
        while (!KIT.done(node)) {
            if (System.nanoTime() - from > PATIENCE) {
                return false;
            }
        }
        return true;
    }

    private boolean overdue() {
        return cancelled && System.nanoTime() - since > PATIENCE / 2;
    }
}
