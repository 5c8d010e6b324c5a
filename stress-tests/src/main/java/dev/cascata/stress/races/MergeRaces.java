package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
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
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** A merged context, or one of its parents, ends on one thread while another thread merges or ends another one. */
public final class MergeRaces {
    private MergeRaces() {}

    /** Two contexts. */
    public abstract static class Parents extends Tree {
        final Object left = child(root);
        final Object right = child(root);
    }

    /**
     * Two contexts are merged from the same two parents, in either order. Two threads cancel one parent each. Does each
     * call return when all contexts below its parent are done, and does each merged context show one of the two ends?
     */
    @JCStressTest
    @Ref("MERGE_11")
    @Ref("MERGE_8")
    @Ref("MERGE_2")
    @Needs({CAUSES, MERGE, THREADS})
    @Outcome(id = "complete, complete, a, a", expect = ACCEPTABLE, desc = "the left parent came first for both")
    @Outcome(id = "complete, complete, a, b", expect = ACCEPTABLE, desc = "each parent came first for one of them")
    @Outcome(id = "complete, complete, b, a", expect = ACCEPTABLE, desc = "each parent came first for one of them")
    @Outcome(id = "complete, complete, b, b", expect = ACCEPTABLE, desc = "the right parent came first for both")
    @Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a call returned while a context below was live")
    @Outcome(id = ".*they disagree.*", expect = FORBIDDEN, desc = "a child shows another end than its merged parent")
    @State
    public static class MergeBoth extends Parents {
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

    /**
     * One thread cancels a merged context and another thread cancels one of its parents. Does it end once, by the event
     * that its cancel reports, and is it unlinked from the parent that is live?
     */
    @JCStressTest
    @Ref("MERGE_2")
    @Ref("MERGE_5")
    @Ref("MERGE_7")
    @Needs({CANCEL_RESULT, CAUSES, DEPENDENTS, MERGE, THREADS})
    @Outcome(id = "won, b, 0", expect = ACCEPTABLE, desc = "the cancel of the merged context came first")
    @Outcome(id = "lost, a, 0", expect = ACCEPTABLE, desc = "the end of the parent came first")
    @Outcome(id = ".*, 1", expect = FORBIDDEN, desc = "the ended context is still a dependent of the live parent")
    @State
    public static class MergeCancel extends Parents {
        final Object node = merged(left, right);

        @Actor
        public void above() {
            KIT.cancel(left, A);
        }

        @Actor
        public void below(LLL_Result r) {
            r.r1 = won(KIT.cancel(node, B));
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r2 = end(node);
            r.r3 = KIT.dependents(right).orElse(0);
        }
    }

    /**
     * One thread merges two contexts while another thread cancels the first. Does the merged context end, and is it
     * unlinked from the second?
     */
    @JCStressTest
    @Ref("MERGE_5")
    @Ref("MERGE_1")
    @Ref("MERGE_6")
    @Needs({CAUSES, DEPENDENTS, MERGE, THREADS})
    @Outcome(
            id = "a, 0",
            expect = ACCEPTABLE,
            desc = "the merged context ended, and the other parent has no dependents")
    @Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the end of the first parent was lost")
    @Outcome(id = "a, 1", expect = FORBIDDEN, desc = "the ended context is still a dependent of the other parent")
    @State
    public static class MergeDerive extends Parents {
        Object node = root;

        @Actor
        public void canceller() {
            KIT.cancel(left, A);
        }

        @Actor
        public void merger() {
            node = merged(left, right);
        }

        @Arbiter
        public void after(LL_Result r) {
            r.r1 = end(node);
            r.r2 = KIT.dependents(right).orElse(0);
        }
    }
}
