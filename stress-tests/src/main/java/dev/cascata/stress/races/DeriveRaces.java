package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/** Two threads link children or callbacks to one live context, or count its children. Is every dependent linked? */
public final class DeriveRaces {
    private DeriveRaces() {}

    /** Two threads derive, and then the context is cancelled. Were both children linked? */
    @JCStressTest
    @Ref("CANCEL_3")
    @Ref("LINK_5")
    @Needs({CAUSES, THREADS})
    @Outcome(id = "a, a", expect = ACCEPTABLE, desc = "both ended with their parent")
    @Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "a child was lost")
    @State
    public static class DeriveDerive extends Tree {
        final Object parent = child(root);
        Object left = root;
        Object right = root;

        @Actor
        public void first() {
            left = child(parent);
        }

        @Actor
        public void second() {
            right = child(parent);
        }

        @Arbiter
        public void after(LL_Result r) {
            KIT.cancel(parent, A);
            r.r1 = end(left);
            r.r2 = end(right);
        }
    }

    /**
     * Two threads derive several children each, and then the context is cancelled. Is every child a dependent until
     * then, does every child end, and are there no dependents afterwards?
     */
    @JCStressTest
    @Ref("LINK_5")
    @Ref("CANCEL_3")
    @Ref("LINK_3")
    @Needs({DEPENDENTS, THREADS})
    @Outcome(
            id = "16, complete, 0",
            expect = ACCEPTABLE,
            desc = "every child was a dependent, and ended with the context")
    @Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a child was lost")
    @Outcome(id = ".*, complete, .*", expect = FORBIDDEN, desc = "the number of dependents is wrong")
    @State
    public static class DeriveMany extends Tree {
        final Object parent = child(root);
        Object[] left = {};
        Object[] right = {};

        @Actor
        public void first() {
            left = children(parent, 8);
        }

        @Actor
        public void second() {
            right = children(parent, 8);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r1 = dependents(parent, 16);
            KIT.cancel(parent);
            String end = complete(left);
            r.r2 = end.equals("complete") ? complete(right) : end;
            r.r3 = KIT.dependents(parent).orElse(0);
        }
    }

    /**
     * One thread derives several children while another thread counts the dependents twice. Does the count only grow?
     */
    @JCStressTest
    @Ref("LINK_5")
    @Needs({DEPENDENTS, THREADS})
    @Outcome(id = "grows", expect = ACCEPTABLE, desc = "both counts were right at some time, in this order")
    @Outcome(id = ".*", expect = FORBIDDEN, desc = "a count includes a child that is not there")
    @State
    public static class DeriveCount extends Tree {
        final Object parent = child(root);

        @Actor
        public void deriver() {
            children(parent, 8);
        }

        @Actor
        public void reader(L_Result r) {
            int first = KIT.dependents(parent).orElse(0);
            int second = KIT.dependents(parent).orElse(0);
            r.r1 = 0 <= first && first <= second && second <= 8 ? "grows" : first + ", then " + second;
        }
    }

    /**
     * One thread derives while another thread registers a callback, and then the context is cancelled. Were both
     * linked?
     */
    @JCStressTest
    @Ref("CANCEL_3")
    @Ref("CALLBACK_2")
    @Needs({CAUSES, CALLBACKS, THREADS})
    @Outcome(id = "a, ran once", expect = ACCEPTABLE, desc = "the child ended, and the callback ran")
    @Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the child was lost")
    @Outcome(id = ".*, never ran", expect = FORBIDDEN, desc = "the callback was lost")
    @State
    public static class DeriveRegister extends Tree {
        final Object parent = child(root);
        final AtomicInteger runs = new AtomicInteger();
        Object node = root;

        @Actor
        public void deriver() {
            node = child(parent);
        }

        @Actor
        public void registrar() {
            count(parent, runs);
        }

        @Arbiter
        public void after(LL_Result r) {
            KIT.cancel(parent, A);
            settle();
            r.r1 = end(node);
            r.r2 = ran(runs);
        }
    }
}
