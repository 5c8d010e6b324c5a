package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Capability.VALUES;
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

/** One thread cancels a context while another thread derives from it. Does every derived context end? */
public final class CancelDeriveRaces {
    private CancelDeriveRaces() {}

    /** A context that one thread cancels, and what another thread derives from it. */
    public abstract static class Derivation extends Tree {
        final Object parent = child(root);
        Object node = root;
    }

    /**
     * Is the child done with the cause of the parent once both calls have returned? Is it done at once if the parent
     * had been seen done before?
     */
    @JCStressTest
    @Ref("CANCEL_10")
    @Ref("CANCEL_9")
    @Ref("CAUSE_6")
    @Needs({CAUSES, THREADS})
    @Outcome(id = "derived, a", expect = ACCEPTABLE, desc = "the child ended with its parent")
    @Outcome(id = "born done, a", expect = ACCEPTABLE, desc = "the parent had ended before")
    @Outcome(id = ".*, live", expect = FORBIDDEN, desc = "the child outlives its parent")
    @Outcome(id = "born live, .*", expect = FORBIDDEN, desc = "a child of a parent that was seen done is live")
    @State
    public static class CancelDerive extends Derivation {
        @Actor
        public void canceller() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void deriver(LL_Result r) {
            boolean late = KIT.done(parent);
            node = child(parent);
            r.r1 = !late ? "derived" : KIT.done(node) ? "born done" : "born live";
        }

        @Arbiter
        public void after(LL_Result r) {
            r.r2 = end(node);
        }
    }

    /** The bottom of a chain is lengthened by two contexts. Do both end with the cause of the top? */
    @JCStressTest
    @Ref("CANCEL_10")
    @Ref("CAUSE_6")
    @Needs({CAUSES, THREADS})
    @Outcome(id = "a, a", expect = ACCEPTABLE, desc = "both ended with the chain")
    @Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "a new context outlives the chain")
    @State
    public static class CancelDeriveDeep extends Derivation {
        final Object bottom = child(child(parent));
        Object far = root;

        @Actor
        public void canceller() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void deriver() {
            node = child(bottom);
            far = child(node);
        }

        @Arbiter
        public void after(LL_Result r) {
            r.r1 = end(node);
            r.r2 = end(far);
        }
    }

    /**
     * Both threads derive several children, then one of them cancels. Are its own children done when that call returns,
     * and those of the other thread once both have finished?
     */
    @JCStressTest
    @Ref("CANCEL_10")
    @Ref("CANCEL_4")
    @Ref("LINK_3")
    @Needs({CAUSES, DEPENDENTS, THREADS})
    @Outcome(id = "complete, complete, 0", expect = ACCEPTABLE, desc = "every child ended with the context")
    @Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a child was lost, or the call returned too early")
    @Outcome(id = ".*, [1-9].*", expect = FORBIDDEN, desc = "the ended context still has dependents")
    @State
    public static class CancelDeriveMany extends Tree {
        final Object parent = child(root);
        Object[] right = {};

        @Actor
        public void canceller(LLL_Result r) {
            Object[] left = children(parent, 8);
            KIT.cancel(parent, A);
            r.r1 = complete(left);
        }

        @Actor
        public void deriver() {
            right = children(parent, 16);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r2 = complete(right);
            r.r3 = KIT.dependents(parent).orElse(0);
        }
    }

    /**
     * A value is bound, and a child derived from that layer. Do both end with the context, and is the value visible?
     */
    @JCStressTest
    @Ref("CANCEL_10")
    @Ref("VALUE_1")
    @Ref("VALUE_8")
    @Needs({CAUSES, VALUES, THREADS})
    @Outcome(id = "a, a, bound", expect = ACCEPTABLE, desc = "both ended with the parent, and the value is visible")
    @Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "the layer or its child outlives the parent")
    @State
    public static class CancelBind extends Derivation {
        private static final Object KEY = KIT.newKey("key");

        Object layer = root;

        @Actor
        public void canceller() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void binder() {
            layer = bound(parent, KEY, "bound");
            node = child(layer);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r1 = end(layer);
            r.r2 = end(node);
            r.r3 = KIT.value(node, KEY);
        }
    }

    /** A child with a deadline is derived. Does it end with its parent, and is its timer cancelled in either order? */
    @JCStressTest
    @Ref("DEADLINE_18")
    @Ref("DEADLINE_12")
    @Ref("CANCEL_10")
    @Needs({CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
    @Outcome(
            id = "a, no timer",
            expect = ACCEPTABLE,
            desc = "the child ended with its parent, and its timer is cancelled")
    @Outcome(id = "a, a timer left", expect = FORBIDDEN, desc = "the timer of an ended context is still scheduled")
    @Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the child outlives its parent")
    @State
    public static class CancelArm extends Derivation {
        @Actor
        public void canceller() {
            KIT.cancel(parent, A);
        }

        @Actor
        public void deriver() {
            node = timed(parent, E);
        }

        @Arbiter
        public void after(LL_Result r) {
            r.r1 = end(node);
            r.r2 = timers();
        }
    }
}
