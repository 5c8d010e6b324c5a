package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two events that end a context, or a context and its child, happen at the same time. Does exactly one of them win? */
public final class EndRaces {
    private EndRaces() {}

    /**
     * Two threads cancel one context, each with its own cause. Does exactly one call return true, and does its cause
     * stay?
     */
    @JCStressTest
    @Ref("CANCEL_7")
    @Ref("CANCEL_16")
    @Needs({CANCEL_RESULT, CAUSES, THREADS})
    @Outcome(id = "won, lost, a", expect = ACCEPTABLE, desc = "the first call came first")
    @Outcome(id = "lost, won, b", expect = ACCEPTABLE, desc = "the second call came first")
    @Outcome(id = "won, won, .*", expect = FORBIDDEN, desc = "both calls report that they ended the context")
    @Outcome(id = "lost, lost, .*", expect = FORBIDDEN, desc = "neither call reports that it ended the context")
    @State
    public static class CancelCancel extends Tree {
        final Object node = child(root);

        @Actor
        public void first(LLL_Result r) {
            r.r1 = won(KIT.cancel(node, A));
        }

        @Actor
        public void second(LLL_Result r) {
            r.r2 = won(KIT.cancel(node, B));
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r3 = end(node);
        }
    }

    /**
     * One thread cancels a context and another thread cancels its child. Does the child end once, by the event that its
     * cancel reports?
     */
    @JCStressTest
    @Ref("CANCEL_11")
    @Ref("CANCEL_16")
    @Ref("CAUSE_5")
    @Ref("CAUSE_6")
    @Needs({CANCEL_RESULT, CAUSES, THREADS})
    @Outcome(id = "won, b, a", expect = ACCEPTABLE, desc = "the cancel of the child came first")
    @Outcome(id = "lost, a, a", expect = ACCEPTABLE, desc = "the end of the parent came first")
    @Outcome(id = "won, a, a", expect = FORBIDDEN, desc = "the end of the parent replaced that of the child")
    @Outcome(id = "lost, b, a", expect = FORBIDDEN, desc = "the cancel ended the child and reports that it did not")
    @State
    public static class ParentChild extends Tree {
        final Object parent = child(root);
        final Object node = child(parent);

        @Actor
        public void above() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void below(LLL_Result r) {
            r.r1 = won(KIT.cancel(node, B));
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r2 = end(node);
            r.r3 = end(parent);
        }
    }

    /**
     * One thread cancels a context while its deadline passes. Do err and cause come from one event, the one that the
     * cancel reports?
     */
    @JCStressTest
    @Ref("ERR_6")
    @Ref("CAUSE_9")
    @Ref("DEADLINE_10")
    @Needs({CANCEL_RESULT, KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
    @Outcome(id = "won, a, no timer", expect = ACCEPTABLE, desc = "the cancel came first")
    @Outcome(id = "lost, e, no timer", expect = ACCEPTABLE, desc = "the deadline came first")
    @Outcome(id = ".*, mixed, .*", expect = FORBIDDEN, desc = "err and cause come from two events")
    @Outcome(id = "won, e, .*", expect = FORBIDDEN, desc = "the deadline replaced the end by the cancel")
    @Outcome(id = "lost, a, .*", expect = FORBIDDEN, desc = "the cancel ended the context and reports that it did not")
    @State
    public static class CancelExpiry extends Tree {
        final Object node = timed(root, E);

        @Actor
        public void canceller(LLL_Result r) {
            r.r1 = won(KIT.cancel(node, A));
        }

        @Actor
        public void clock() {
            fire(0);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r2 = end(node);
            r.r3 = timers();
        }
    }

    /**
     * One thread cancels a context while the deadline of its child passes. Does the child end by one of the two events,
     * and does the context below the child show the same end?
     */
    @JCStressTest
    @Ref("ERR_6")
    @Ref("CAUSE_10")
    @Ref("DEADLINE_12")
    @Needs({KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
    @Outcome(id = "a, no timer", expect = ACCEPTABLE, desc = "the cancel of the parent came first")
    @Outcome(id = "e, no timer", expect = ACCEPTABLE, desc = "the deadline of the child came first")
    @Outcome(id = "mixed, .*", expect = FORBIDDEN, desc = "err and cause come from two events")
    @Outcome(id = "they disagree, .*", expect = FORBIDDEN, desc = "the context below the child shows another end")
    @State
    public static class CancelAboveExpiry extends Tree {
        final Object parent = child(root);
        final Object node = timed(parent, E);
        final Object below = child(node);

        @Actor
        public void canceller() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void clock() {
            fire(0);
        }

        @Arbiter
        public void after(LL_Result r) {
            r.r1 = end(node, below);
            r.r2 = timers();
        }
    }

    /**
     * The deadlines of a context and of its child pass at the same tick, each on its own thread. Does the child end by
     * one of them, and does the context below the child show the same end?
     */
    @JCStressTest
    @Ref("DEADLINE_3")
    @Ref("DEADLINE_13")
    @Ref("ERR_6")
    @Needs({KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
    @Outcome(id = "p, p, no timer", expect = ACCEPTABLE, desc = "the deadline of the parent came first")
    @Outcome(id = "e, p, no timer", expect = ACCEPTABLE, desc = "the deadline of the child came first")
    @Outcome(id = "they disagree, .*", expect = FORBIDDEN, desc = "the context below the child shows another end")
    @State
    public static class ExpiryExpiry extends Tree {
        final Object parent = timed(root, P);
        final Object node = timed(parent, E);
        final Object below = child(node);

        @Actor
        public void clockOfParent() {
            fire(0);
        }

        @Actor
        public void clockOfChild() {
            fire(1);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r1 = end(node, below);
            r.r2 = end(parent);
            r.r3 = timers();
        }
    }
}
