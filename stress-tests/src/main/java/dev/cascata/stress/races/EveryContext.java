package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two threads cancel every context of a chain between them, one from the top down, the other from the bottom up. Do
 * all calls return, and are all contexts done?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t EveryContext
 *
 *                 RESULT       SAMPLES      FREQ
 *     complete, complete       114,614   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_14")
@Ref("CANCEL_7")
@Needs({THREADS})
@Outcome(id = "complete, complete", expect = ACCEPTABLE, desc = "all calls returned, all contexts are done")
@State
public class EveryContext extends Tree {
    final Object first = child(root);
    final Object second = child(first);
    final Object third = child(second);
    final Object fourth = child(third);

    @Actor
    public void down(LL_Result r) {
        KIT.cancel(first);
        KIT.cancel(third);
        r.r1 = complete(first, second, third, fourth);
    }

    @Actor
    public void up(LL_Result r) {
        KIT.cancel(fourth);
        KIT.cancel(second);
        r.r2 = complete(second, third, fourth);
    }
}
