package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.CHILD_COUNT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Two threads derive some children each from one context; one of them then cancels it, while the other goes on. Are
 * its own children done when that call returns, and those of the other once both are through?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelDeriveMany
 *
 *                    RESULT       SAMPLES       FREQ
 *     complete, complete, 0       406,454    100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_10")
@Ref("CANCEL_4")
@Ref("LINK_3")
@Needs({CAUSES, CHILD_COUNT, THREADS})
@Outcome(id = "complete, complete, 0", expect = ACCEPTABLE, desc = "every child ended with the context")
@Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a child was lost, or the call returned too early")
@Outcome(id = ".*, [1-9].*", expect = FORBIDDEN, desc = "the ended context holds something")
@State
public class CancelDeriveMany extends Tree {
    final Object parent = child(root);
    Object[] right = {};

    @Actor
    public void canceller(LLL_Result r) {
        Object[] left = children(parent, 8);
        KIT.cancel(parent, A);
        r.r1 = complete(left);
    }

    @Actor
    public void deriver(LLL_Result r) {
        right = children(parent, 16);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r2 = complete(right);
        r.r3 = KIT.held(parent).orElse(0);
    }
}
