package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CHILD_COUNT;
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
 * One thread derives some children from a context, while another one asks twice how many it holds. Does the number
 * only grow, and is there an answer at all?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t DeriveCount
 *
 *     RESULT       SAMPLES       FREQ
 *      grows     4,483,091    100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("LINK_5")
@Needs({CHILD_COUNT, THREADS})
@Outcome(id = "grows", expect = ACCEPTABLE, desc = "both numbers were true at some time, the first one first")
@Outcome(id = ".*", expect = FORBIDDEN, desc = "a child was there that is not yet, or no longer")
@State
public class DeriveCount extends Tree {
    final Object parent = child(root);

    @Actor
    public void deriver() {
        children(parent, 8);
    }

    @Actor
    public void reader(L_Result r) {
        int first = KIT.held(parent).orElse(0);
        int second = KIT.held(parent).orElse(0);
        r.r1 = 0 <= first && first <= second && second <= 8 ? "grows" : first + ", then " + second;
    }
}
