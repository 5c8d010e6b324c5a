package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread waits for the end of a context. Another thread ends the context, or derives from it. Does the wait end?
 */
public final class AwaitRaces {
    private AwaitRaces() {}

    /** The outcomes of a wait that has to end. */
    @Ref("WAIT_1")
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "the wait ended")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the context ended, and the wait did not")
    @Outcome(id = "ERROR", expect = FORBIDDEN, desc = "the wait threw")
    static final class WaitEnds {
        private WaitEnds() {}
    }

    /** The context is cancelled. Does the wait end? */
    @JCStressTest(Mode.Termination)
    @JCStressMeta(WaitEnds.class)
    @Needs({BLOCKING_WAIT, THREADS})
    @State
    public static class AwaitCancel extends Tree {
        final Object node = child(root);

        @Actor
        public void waiter() throws InterruptedException {
            KIT.await(node);
        }

        @Signal
        public void canceller() {
            KIT.cancel(node);
        }
    }

    /** The deadline of the context passes. Does a wait with a limit end long before its limit? */
    @JCStressTest(Mode.Termination)
    @JCStressMeta(WaitEnds.class)
    @Needs({BLOCKING_WAIT, DEADLINES, DEADLINE_CAUSES, VIRTUAL_TIME, THREADS})
    @State
    public static class AwaitExpiry extends Tree {
        final Object node = timed(root, E);

        @Actor
        public void waiter() {
            if (!await(node, Duration.ofDays(1))) {
                throw new IllegalStateException("the limit was not reached");
            }
        }

        @Signal
        public void clock() {
            fire(0);
        }
    }

    /** A wait reaches its limit while a child is derived. Is the child linked, and is nothing left of the wait? */
    @JCStressTest
    @Ref("WAIT_5")
    @Ref("WAIT_3")
    @Ref("LINK_5")
    @Needs({CAUSES, DEPENDENTS, BLOCKING_WAIT, VIRTUAL_TIME, THREADS})
    @Outcome(id = "limit, 1, a", expect = ACCEPTABLE, desc = "the wait ended, and the child ended with its parent")
    @Outcome(id = ".*, live", expect = FORBIDDEN, desc = "the child was lost")
    @Outcome(id = ".*, 2, .*", expect = FORBIDDEN, desc = "the wait is still a dependent")
    @State
    public static class AwaitLimit extends Tree {
        final Object parent = child(root);
        Object node = root;

        @Actor
        public void waiter(LLL_Result r) {
            r.r1 = await(parent, Duration.ofNanos(TICK)) ? "ended" : "limit";
        }

        @Actor
        public void deriver() {
            soon(() -> fire(0));
            node = child(parent);
        }

        @Arbiter
        public void after(LLL_Result r) {
            r.r2 = KIT.dependents(parent).orElse(0);
            KIT.cancel(parent, A);
            r.r3 = end(node);
        }
    }
}
