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
 * Two threads cancel, and thereby unlink, two neighbours among the four children of a context, which is cancelled
 * after that. Did exactly those two leave?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t UnlinkUnlink
 *
 *      RESULT       SAMPLES      FREQ
 *     2, a, a        87,012   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("LINK_2")
@Ref("LINK_5")
@Needs({CAUSES, CHILD_COUNT, THREADS})
@Outcome(id = "2, a, a", expect = ACCEPTABLE, desc = "two children left, and the other two ended with the context")
@Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "a child that stayed was lost")
@Outcome(id = "3, .*", expect = FORBIDDEN, desc = "a child that left is still held")
@State
public class UnlinkUnlink extends Tree {
    final Object parent = child(root);
    final Object first = child(parent);
    final Object second = child(parent);
    final Object third = child(parent);
    final Object fourth = child(parent);

    @Actor
    public void leaver(LLL_Result r) {
        KIT.cancel(second);
    }

    @Actor
    public void neighbour(LLL_Result r) {
        KIT.cancel(third);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r1 = held(parent, 2);
        KIT.cancel(parent, A);
        r.r2 = end(first);
        r.r3 = end(fourth);
    }
}
