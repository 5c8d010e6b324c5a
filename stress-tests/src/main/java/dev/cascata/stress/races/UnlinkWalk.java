package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
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
 * One thread cancels a context while another one cancels, and thereby unlinks, the middle one of its three
 * children. Do the other two end all the same, and does the context hold nothing after that?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t UnlinkWalk
 *
 *           RESULT       SAMPLES      FREQ
 *     a, lost a, 0        66,566    57.12%
 *      a, won b, 0        49,965    42.88%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("LINK_2")
@Ref("LINK_3")
@Ref("LINK_5")
@Ref("CAUSE_5")
@Needs({CANCEL_RESULT, CAUSES, CHILD_COUNT, THREADS})
@Outcome(id = "a, won b, 0", expect = ACCEPTABLE, desc = "the child left before its parent ended")
@Outcome(id = "a, lost a, 0", expect = ACCEPTABLE, desc = "the child ended with its parent")
@Outcome(id = "live, .*", expect = FORBIDDEN, desc = "a sibling was lost")
@State
public class UnlinkWalk extends Tree {
    final Object parent = child(root);
    final Object left = child(parent);
    final Object middle = child(parent);
    final Object right = child(parent);

    @Actor
    public void walker(LLL_Result r) {
        KIT.cancel(parent, A);
        r.r1 = end(left, right);
    }

    @Actor
    public void leaver(LLL_Result r) {
        boolean won = KIT.cancel(middle, B);
        String end = end(middle);
        r.r2 = won ? "b".equals(end) ? "won b" : "won, and lost the end" : "a".equals(end) ? "lost a" : "lost " + end;
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r3 = KIT.held(parent).orElse(0);
    }
}
