package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
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
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread cancels a merged context and another one cancels one of its two parents. Does it end once, by the
 * event whose call says so, and does the parent that lives let go of it?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t MergeCancel
 *
 *         RESULT       SAMPLES      FREQ
 *     lost, a, 0       228,584    54.40%
 *      won, b, 0       191,607    45.60%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("MERGE_2")
@Ref("MERGE_5")
@Ref("MERGE_7")
@Needs({CANCEL_RESULT, CAUSES, CHILD_COUNT, MERGE, THREADS})
@Outcome(id = "won, b, 0", expect = ACCEPTABLE, desc = "the cancel of the merged context came first")
@Outcome(id = "lost, a, 0", expect = ACCEPTABLE, desc = "the end of the parent came first")
@Outcome(id = ".*, 1", expect = FORBIDDEN, desc = "the live parent still holds the ended context")
@State
public class MergeCancel extends Tree {
    final Object left = child(root);
    final Object right = child(root);
    final Object node = merged(left, right);

    @Actor
    public void above(LLL_Result r) {
        KIT.cancel(left, A);
    }

    @Actor
    public void below(LLL_Result r) {
        r.r1 = won(KIT.cancel(node, B));
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r2 = end(node);
        r.r3 = KIT.held(right).orElse(0);
    }
}
