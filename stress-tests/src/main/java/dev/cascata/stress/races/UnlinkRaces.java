package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
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

/**
 * One thread unlinks a dependent. Another thread unlinks its neighbour, or ends the parent. Do the other dependents
 * stay?
 */
public final class UnlinkRaces {
    private UnlinkRaces() {}

    /**
     * Two threads cancel two neighbours among the four children of a context, and then the context is cancelled. Were
     * exactly these two unlinked?
     */
    @JCStressTest
    @Ref("LINK_2")
    @Ref("LINK_5")
    @Needs({CAUSES, DEPENDENTS, THREADS})
    @Outcome(id = "2, a, a", expect = ACCEPTABLE, desc = "two children were unlinked, and two ended with the context")
    @Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "a child that stayed was lost")
    @Outcome(id = "3, .*", expect = FORBIDDEN, desc = "an ended child is still a dependent")
    @State
    public static class UnlinkUnlink extends Tree {
        final Object parent = child(root);
        final Object first = child(parent);
        final Object second = child(parent);
        final Object third = child(parent);
        final Object fourth = child(parent);

        @Actor
        public void leaver() {
            KIT.cancel(second);
        }

        @Actor
        public void neighbour() {
            KIT.cancel(third);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r1 = dependents(parent, 2);
            KIT.cancel(parent, A);
            r.r2 = end(first);
            r.r3 = end(fourth);
        }
    }

    /**
     * One thread cancels a context while another thread cancels the middle one of its three children. Do the other two
     * end, and are there no dependents afterwards?
     */
    @JCStressTest
    @Ref("LINK_2")
    @Ref("LINK_3")
    @Ref("LINK_5")
    @Ref("CAUSE_5")
    @Needs({CANCEL_RESULT, CAUSES, DEPENDENTS, THREADS})
    @Outcome(id = "a, won b, 0", expect = ACCEPTABLE, desc = "the child was unlinked before its parent ended")
    @Outcome(id = "a, lost a, 0", expect = ACCEPTABLE, desc = "the child ended with its parent")
    @Outcome(id = "live, .*", expect = FORBIDDEN, desc = "a sibling was lost")
    @State
    public static class UnlinkWalk extends Tree {
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
            r.r2 = won
                    ? "b".equals(end) ? "won b" : "won, and lost the end"
                    : "a".equals(end) ? "lost a" : "lost " + end;
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r3 = KIT.dependents(parent).orElse(0);
        }
    }

    /**
     * One thread stops a callback while another thread cancels the child that was linked next to it, and then the
     * context is cancelled. Were exactly these two unlinked?
     */
    @JCStressTest
    @Ref("CALLBACK_12")
    @Ref("LINK_2")
    @Ref("LINK_5")
    @Needs({CAUSES, CALLBACKS, DEPENDENTS, THREADS})
    @Outcome(
            id = "1, a, never ran",
            expect = ACCEPTABLE,
            desc = "the callback and the child were unlinked, and the other child ended with the context")
    @Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "the child that stayed was lost")
    @Outcome(id = "2, .*", expect = FORBIDDEN, desc = "the stopped callback or the ended child is still a dependent")
    @State
    public static class StopUnlink extends Tree {
        final Object parent = child(root);
        final AtomicInteger runs = new AtomicInteger();
        final Object leaving = child(parent);
        final Registration callback = count(parent, runs);
        final Object staying = child(parent);

        @Actor
        public void stopper() {
            callback.stop();
        }

        @Actor
        public void leaver() {
            KIT.cancel(leaving);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r1 = dependents(parent, 1);
            KIT.cancel(parent, A);
            settle();
            r.r2 = end(staying);
            r.r3 = ran(runs);
        }
    }
}
