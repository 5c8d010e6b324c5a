package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.conformance.kit.Stop;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Each of two trees has a callback that cancels the other one, and two threads cancel one tree each. Do both calls
 * return, with both trees ended and each callback run once?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CrossedTrees
 *
 *                           RESULT       SAMPLES      FREQ
 *     complete, ran once, ran once       203,191   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_13")
@Ref("CALLBACK_18")
@Needs({CALLBACKS, THREADS})
@Outcome(id = "complete, ran once, ran once", expect = ACCEPTABLE, desc = "both trees ended")
@Outcome(id = ".*twice.*", expect = FORBIDDEN, desc = "a callback ran once more")
@State
public class CrossedTrees extends Tree {
    final Object left = child(root);
    final Object right = child(root);
    final AtomicInteger leftRuns = new AtomicInteger();
    final AtomicInteger rightRuns = new AtomicInteger();
    final Stop fromLeft = crossing(left, right, leftRuns);
    final Stop fromRight = crossing(right, left, rightRuns);

    private Stop crossing(Object from, Object to, AtomicInteger runs) {
        return listen(from, () -> {
            runs.incrementAndGet();
            KIT.cancel(to);
        });
    }

    @Actor
    public void first(LLL_Result r) {
        KIT.cancel(left);
    }

    @Actor
    public void second(LLL_Result r) {
        KIT.cancel(right);
    }

    @Arbiter
    public void after(LLL_Result r) {
        settle();
        r.r1 = complete(left, right);
        r.r2 = ran(leftRuns);
        r.r3 = ran(rightRuns);
    }
}
