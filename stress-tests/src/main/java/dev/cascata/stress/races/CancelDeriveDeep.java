package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread cancels the top of a chain while another one lengthens it by two at the bottom. Do both new contexts
 * end with the cause of the top?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelDeriveDeep
 *
 *     RESULT       SAMPLES      FREQ
 *       a, a       287,848   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_10")
@Ref("CAUSE_6")
@Needs({CAUSES, THREADS})
@Outcome(id = "a, a", expect = ACCEPTABLE, desc = "both ended with the chain")
@Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "a new context outlives the chain")
@State
public class CancelDeriveDeep extends Tree {
    final Object top = child(root);
    final Object bottom = child(child(top));
    Object near = root;
    Object far = root;

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(top, A);
    }

    @Actor
    public void deriver(LL_Result r) {
        near = child(bottom);
        far = child(near);
    }

    @Arbiter
    public void after(LL_Result r) {
        r.r1 = end(near);
        r.r2 = end(far);
    }
}
