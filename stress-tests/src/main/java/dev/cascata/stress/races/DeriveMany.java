package dev.cascata.stress.races;

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
 * Two threads derive some children each from one context, which is cancelled after that. Does it hold each of them
 * until then, end each, and hold nothing any more?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t DeriveMany
 *
 *              RESULT       SAMPLES       FREQ
 *     16, complete, 0     1,462,291    100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("LINK_5")
@Ref("CANCEL_3")
@Ref("LINK_3")
@Needs({CHILD_COUNT, THREADS})
@Outcome(id = "16, complete, 0", expect = ACCEPTABLE, desc = "every child was held, and ended with the context")
@Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a child was lost")
@Outcome(id = ".*, complete, .*", expect = FORBIDDEN, desc = "the number of children held is wrong")
@State
public class DeriveMany extends Tree {
    final Object parent = child(root);
    Object[] left = {};
    Object[] right = {};

    @Actor
    public void first(LLL_Result r) {
        left = children(parent, 8);
    }

    @Actor
    public void second(LLL_Result r) {
        right = children(parent, 8);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r1 = held(parent, 16);
        KIT.cancel(parent);
        String end = complete(left);
        r.r2 = end.equals("complete") ? complete(right) : end;
        r.r3 = KIT.held(parent).orElse(0);
    }
}
