package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two threads cancel contexts of one tree, or of two linked trees. Does each call return only when its subtree is
 * done?
 */
public final class PropagationRaces {
    private PropagationRaces() {}

    /** Two threads cancel one context with children. Are all children done when either call returns? */
    @JCStressTest
    @Ref("CANCEL_8")
    @Ref("CANCEL_4")
    @Needs(THREADS)
    @Outcome(id = "complete, complete", expect = ACCEPTABLE, desc = "each call returned after the whole subtree ended")
    @Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a call returned while a child was live")
    @State
    public static class LoserWaits extends Tree {
        final Object node = child(root);
        final Object[] below = children(child(node), 6);

        @Actor
        public void first(LL_Result r) {
            KIT.cancel(node);
            r.r1 = complete(below);
        }

        @Actor
        public void second(LL_Result r) {
            KIT.cancel(node);
            r.r2 = complete(below);
        }
    }

    /**
     * One thread cancels a context and another thread cancels its child, which has children. Does each call return only
     * when all of these are done, and do they show the end of their parent?
     */
    @JCStressTest
    @Ref("CANCEL_4")
    @Ref("CANCEL_14")
    @Needs({CAUSES, THREADS})
    @Outcome(
            id = "complete, complete, a",
            expect = ACCEPTABLE,
            desc = "the whole tree ended by the cancel of the parent")
    @Outcome(
            id = "complete, complete, b",
            expect = ACCEPTABLE,
            desc = "the lower part ended by the cancel of the child")
    @Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a call returned while a context below was live")
    @Outcome(id = ".*they disagree", expect = FORBIDDEN, desc = "a context shows another end than its parent")
    @State
    public static class WalkMeetsWalk extends Tree {
        final Object parent = child(root);
        final Object node = child(parent);
        final Object[] below = children(node, 6);

        @Actor
        public void above(LLL_Result r) {
            KIT.cancel(parent, A);
            r.r1 = complete(below);
        }

        @Actor
        public void middle(LLL_Result r) {
            KIT.cancel(node, B);
            r.r2 = complete(below);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r3 = end(node, below[below.length - 1]);
        }
    }

    /**
     * Two threads cancel the four contexts of a chain between them, one downwards and the other upwards. Do all calls
     * return, and are all contexts done?
     */
    @JCStressTest
    @Ref("CANCEL_14")
    @Ref("CANCEL_7")
    @Needs(THREADS)
    @Outcome(id = "complete, complete", expect = ACCEPTABLE, desc = "all calls returned, and all contexts are done")
    @State
    public static class EveryContext extends Tree {
        final Object first = child(root);
        final Object second = child(first);
        final Object third = child(second);
        final Object fourth = child(third);

        @Actor
        public void down(LL_Result r) {
            KIT.cancel(first);
            KIT.cancel(third);
            r.r1 = complete(first, second, third, fourth);
        }

        @Actor
        public void up(LL_Result r) {
            KIT.cancel(fourth);
            KIT.cancel(second);
            r.r2 = complete(second, third, fourth);
        }
    }

    /**
     * Each of two trees has a callback that cancels the other tree. Two threads cancel one tree each. Do both calls
     * return, are both trees done, and did each callback run once?
     */
    @JCStressTest
    @Ref("CANCEL_13")
    @Ref("CALLBACK_18")
    @Needs({CALLBACKS, THREADS})
    @Outcome(id = "complete, ran once, ran once", expect = ACCEPTABLE, desc = "both trees ended")
    @Outcome(id = ".*twice.*", expect = FORBIDDEN, desc = "a callback ran twice")
    @State
    public static class CrossedTrees extends Tree {
        final Object left = child(root);
        final Object right = child(root);
        final AtomicInteger leftRuns = new AtomicInteger();
        final AtomicInteger rightRuns = new AtomicInteger();
        final Registration fromLeft = crossing(left, right, leftRuns);
        final Registration fromRight = crossing(right, left, rightRuns);

        private Registration crossing(Object from, Object to, AtomicInteger runs) {
            return afterFunc(from, () -> {
                runs.incrementAndGet();
                KIT.cancel(to);
            });
        }

        @Actor
        public void first() {
            KIT.cancel(left);
        }

        @Actor
        public void second() {
            KIT.cancel(right);
        }

        @Arbiter
        public void after(LLL_Result r) {
            settle();
            r.r1 = complete(left, right);
            r.r2 = ran(leftRuns);
            r.r3 = ran(rightRuns);
        }
    }
}
