package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread waits for the end of a context; another one writes a plain field and cancels it. Does the wait end,
 * and does it see what was written?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t PublishAwait
 *
 *      RESULT       SAMPLES      FREQ
 *     written        43,724   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("WAIT_1")
@Ref("ERR_7")
@Needs({BLOCKING_WAIT, THREADS})
@Outcome(id = "written", expect = ACCEPTABLE, desc = "the wait ended, and the field was there")
@Outcome(id = "unwritten", expect = FORBIDDEN, desc = "the wait ended, and what came before the end was not visible")
@Outcome(id = "asleep", expect = FORBIDDEN, desc = "the wait did not end although the context did")
@State
public class PublishAwait extends Tree {
    final Object node = child(root);
    int field;
    volatile @Nullable Thread waiting;
    volatile boolean awake;

    @Actor
    public void waiter(L_Result r) {
        waiting = Thread.currentThread();
        try {
            KIT.await(node);
            r.r1 = field == 1 ? "written" : "unwritten";
        } catch (InterruptedException e) {
            r.r1 = "asleep";
        }
        awake = true;
    }

    @Actor
    public void writer(L_Result r) {
        field = 1;
        KIT.cancel(node);
        rouse();
    }

    /** Ends a wait that nothing else would end. */
    private void rouse() {
        soon(() -> waiting != null);
        Thread asleep = waiting;
        if (!soon(() -> awake) && asleep != null) {
            asleep.interrupt();
        }
    }
}
