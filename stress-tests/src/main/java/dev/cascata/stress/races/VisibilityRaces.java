package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** One thread cancels a context. Another thread looks for that end. What does it see, and when? */
public final class VisibilityRaces {
    private VisibilityRaces() {}

    /** A context with some children. */
    public abstract static class Family extends Tree {
        final Object parent = child(root);
        final Object[] children = children(parent, 6);
        final Object last = children[5];
    }

    /**
     * A thread that has seen the parent done reads its last child. Is the child done, as far as the kit promises it?
     */
    @JCStressTest
    @Ref("CANCEL_15")
    @Needs(THREADS)
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "the child was done")
    @Outcome(
            id = "live",
            expect = ACCEPTABLE_INTERESTING,
            desc = "the child was not yet done, which is allowed unless the kit declares ATOMIC or LAZY")
    @State
    public static class ReaderSeesParent extends Family {
        @Actor
        public void canceller() {
            KIT.cancel(parent);
        }

        @Actor
        public void reader(L_Result r) {
            soon(() -> KIT.done(parent));
            r.r1 = KIT.done(last) ? "done" : "live";
        }
    }

    /** A thread derives a child, reads the child and then the parent. Is the parent done if the child is? */
    @JCStressTest
    @Ref("CANCEL_15")
    @Needs(THREADS)
    @Outcome(id = "child live", expect = ACCEPTABLE, desc = "the child was read before the end")
    @Outcome(id = "both done", expect = ACCEPTABLE, desc = "the child ended with its parent, or was derived after that")
    @Outcome(id = "parent live", expect = FORBIDDEN, desc = "the child is done before its parent is")
    @State
    public static class ReaderSeesChild extends Family {
        @Actor
        public void canceller() {
            KIT.cancel(parent);
        }

        @Actor
        public void reader(L_Result r) {
            Object node = child(parent);
            r.r1 = !KIT.done(node) ? "child live" : KIT.done(parent) ? "both done" : "parent live";
        }
    }

    /**
     * A thread that has seen the parent done cancels its last child. Do both calls return, and does the child end by
     * the event that its cancel reports?
     */
    @JCStressTest
    @Ref("CANCEL_13")
    @Ref("CANCEL_11")
    @Needs({CANCEL_RESULT, CAUSES, THREADS})
    @Outcome(id = "won b", expect = ACCEPTABLE, desc = "the cancel came before the end of the parent reached the child")
    @Outcome(id = "lost a", expect = ACCEPTABLE, desc = "the end of the parent came first")
    @State
    public static class WokenCancels extends Family {
        @Actor
        public void canceller() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void woken(L_Result r) {
            soon(() -> KIT.done(parent));
            r.r1 = (KIT.cancel(last, B) ? "won " : "lost ") + end(last);
        }
    }

    /** A thread reads done in a loop. Does it see the end at some time? */
    @JCStressTest
    @Ref("ERR_7")
    @Ref("CANCEL_7")
    @Needs(THREADS)
    @Outcome(id = "seen", expect = ACCEPTABLE, desc = "the end was seen")
    @Outcome(id = "stale", expect = FORBIDDEN, desc = "the loop did not see the end")
    @State
    public static class SpinUntilDone extends Tree {
        /** True once a loop has missed the end. All later samples read in a loop that a compiler cannot hoist from. */
        private static volatile boolean found;

        final Object node = child(root);
        private volatile boolean reading;
        private volatile boolean cancelled;
        private long since;

        @Actor
        public void reader(L_Result r) {
            reading = true;
            boolean stale = !found && spinsInVain();
            if (stale) {
                found = true;
            }
            r.r1 = !stale && soon(() -> KIT.done(node)) ? "seen" : "stale";
        }

        @Actor
        public void canceller() {
            soon(() -> reading);
            KIT.cancel(node);
            since = System.nanoTime();
            cancelled = true;
        }

        private boolean spinsInVain() {
            while (!spin()) {
                if (overdue()) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Returns false if the end was not seen within half the patience. The canceller of the next sample waits for
         * this thread, so the limit is below its patience. The loop does nothing that keeps a compiler from hoisting
         * the read.
         */
        private boolean spin() {
            long from = System.nanoTime();
            while (!KIT.done(node)) {
                if (System.nanoTime() - from > PATIENCE / 2) {
                    return false;
                }
            }
            return true;
        }

        private boolean overdue() {
            return cancelled && System.nanoTime() - since > PATIENCE / 4;
        }
    }
}
