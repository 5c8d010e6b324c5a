package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.CHILD_COUNT;
import static dev.cascata.conformance.rules.Capability.MERGE;
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
 * One thread merges two contexts while another one cancels the first of them. Does the merged context end with it,
 * and is nothing left with the second?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t MergeDerive
 *
 *     RESULT       SAMPLES      FREQ
 *       a, 0       458,771   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("MERGE_5")
@Ref("MERGE_1")
@Ref("MERGE_6")
@Needs({CAUSES, CHILD_COUNT, MERGE, THREADS})
@Outcome(id = "a, 0", expect = ACCEPTABLE, desc = "the merged context ended, and the other parent holds nothing")
@Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the end of the first parent was lost")
@Outcome(id = "a, 1", expect = FORBIDDEN, desc = "the other parent still holds the ended context")
@State
public class MergeDerive extends Tree {
    final Object left = child(root);
    final Object right = child(root);
    Object node = root;

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(left, A);
    }

    @Actor
    public void merger(LL_Result r) {
        node = merged(left, right);
    }

    @Arbiter
    public void after(LL_Result r) {
        r.r1 = end(node);
        r.r2 = KIT.held(right).orElse(0);
    }
}
