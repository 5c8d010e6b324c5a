package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
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
import org.openjdk.jcstress.infra.results.LLLL_Result;

/**
 * Two contexts are merged from the same two parents, in either order, and two threads cancel one parent each. Do
 * both calls return, each with everything below its parent done, and does each merged context show one of the two
 * ends?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t MergeBoth
 *
 *                       RESULT       SAMPLES      FREQ
 *     complete, complete, a, a       276,545    63.10%
 *     complete, complete, a, b         3,797     0.87%
 *     complete, complete, b, a         3,184     0.73%
 *     complete, complete, b, b       154,765    35.31%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("MERGE_11")
@Ref("MERGE_8")
@Ref("MERGE_2")
@Needs({CAUSES, MERGE, THREADS})
@Outcome(id = "complete, complete, a, a", expect = ACCEPTABLE, desc = "the left parent came first for both")
@Outcome(id = "complete, complete, a, b", expect = ACCEPTABLE, desc = "each came first for one of them")
@Outcome(id = "complete, complete, b, a", expect = ACCEPTABLE, desc = "each came first for one of them")
@Outcome(id = "complete, complete, b, b", expect = ACCEPTABLE, desc = "the right parent came first for both")
@Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a call returned while a context below was live")
@Outcome(
        id = ".*they disagree.*",
        expect = FORBIDDEN,
        desc = "a context shows another end than the merged one it hangs on")
@State
public class MergeBoth extends Tree {
    final Object left = child(root);
    final Object right = child(root);
    final Object one = merged(left, right);
    final Object other = merged(right, left);
    final Object belowOne = child(one);
    final Object belowOther = child(other);

    @Actor
    public void first(LLLL_Result r) {
        KIT.cancel(left, A);
        r.r1 = complete(one, other, belowOne, belowOther);
    }

    @Actor
    public void second(LLLL_Result r) {
        KIT.cancel(right, B);
        r.r2 = complete(one, other, belowOne, belowOther);
    }

    @Arbiter
    public void after(LLLL_Result r) {
        r.r3 = end(one, belowOne);
        r.r4 = end(other, belowOther);
    }
}
