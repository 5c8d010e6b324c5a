package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.STOP_RESULT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread stops a callback. Another thread ends its context, or stops the callback too. Is the result of stop
 * right?
 */
public final class StopRaces {
    private StopRaces() {}

    /** The outcomes of one stop and one end. */
    @Outcome(id = "stopped, never ran", expect = ACCEPTABLE, desc = "the stop came first")
    @Outcome(id = "late, ran once", expect = ACCEPTABLE, desc = "the end came first")
    @Outcome(id = "stopped, ran once", expect = FORBIDDEN, desc = "stop returned true, and the callback ran")
    @Outcome(id = "late, never ran", expect = FORBIDDEN, desc = "stop returned false, and the callback did not run")
    static final class StopOrRun {
        private StopOrRun() {}
    }

    /** The context is cancelled. Does the callback run if and only if stop returns false? */
    @JCStressTest
    @JCStressMeta(StopOrRun.class)
    @Ref("CALLBACK_9")
    @Ref("CALLBACK_6")
    @Ref("CALLBACK_7")
    @Needs({CALLBACKS, STOP_RESULT, THREADS})
    @State
    public static class StopCancel extends Tree {
        final Object node = child(root);
        final AtomicInteger runs = new AtomicInteger();
        final Registration callback = count(node, runs);

        @Actor
        public void stopper(LL_Result r) {
            r.r1 = stopped(callback.stop());
        }

        @Actor
        public void canceller() {
            KIT.cancel(node);
        }

        @Arbiter
        public void after(LL_Result r) {
            settle();
            r.r2 = ran(runs);
        }
    }

    /** The deadline of the context passes. Does the callback run if and only if stop returns false? */
    @JCStressTest
    @JCStressMeta(StopOrRun.class)
    @Ref("CALLBACK_9")
    @Ref("CALLBACK_3")
    @Needs({CALLBACKS, STOP_RESULT, DEADLINES, VIRTUAL_TIME, THREADS})
    @State
    public static class StopExpiry extends Tree {
        final Object node = timed(root, E);
        final AtomicInteger runs = new AtomicInteger();
        final Registration callback = count(node, runs);

        @Actor
        public void stopper(LL_Result r) {
            r.r1 = stopped(callback.stop());
        }

        @Actor
        public void clock() {
            fire(0);
        }

        @Arbiter
        public void after(LL_Result r) {
            settle();
            r.r2 = ran(runs);
        }
    }

    /**
     * Two threads stop one callback, and then its context is cancelled. Does exactly one stop return true, and does the
     * callback not run?
     */
    @JCStressTest
    @Ref("CALLBACK_9")
    @Ref("CALLBACK_8")
    @Needs({CALLBACKS, STOP_RESULT, THREADS})
    @Outcome(id = "stopped, late, never ran", expect = ACCEPTABLE, desc = "the first stop came first")
    @Outcome(id = "late, stopped, never ran", expect = ACCEPTABLE, desc = "the second stop came first")
    @Outcome(id = "stopped, stopped, .*", expect = FORBIDDEN, desc = "both stops returned true")
    @Outcome(id = ".*, ran once", expect = FORBIDDEN, desc = "the callback ran after a stop")
    @State
    public static class StopStop extends Tree {
        final Object node = child(root);
        final AtomicInteger runs = new AtomicInteger();
        final Registration callback = count(node, runs);

        @Actor
        public void first(LLL_Result r) {
            r.r1 = stopped(callback.stop());
        }

        @Actor
        public void second(LLL_Result r) {
            r.r2 = stopped(callback.stop());
        }

        @Arbiter
        public void after(LLL_Result r) {
            KIT.cancel(node);
            settle();
            r.r3 = ran(runs);
        }
    }

    /** The context, which has children, is cancelled. Is it done when stop returns false? */
    @JCStressTest
    @Ref("CALLBACK_9")
    @Needs({CALLBACKS, STOP_RESULT, THREADS})
    @Outcome(id = "stopped", expect = ACCEPTABLE, desc = "the stop came first")
    @Outcome(id = "late, done", expect = ACCEPTABLE, desc = "the end came first")
    @Outcome(id = "late, live", expect = FORBIDDEN, desc = "stop returned false, and the context is live")
    @State
    public static class LateStopSeesEnd extends Tree {
        final Object node = child(root);
        final Object[] before = children(node, 3);
        final Registration callback = afterFunc(node, () -> {});
        final Object[] below = children(node, 6);

        @Actor
        public void canceller() {
            KIT.cancel(node);
        }

        @Actor
        public void stopper(L_Result r) {
            r.r1 = callback.stop() ? "stopped" : KIT.done(node) ? "late, done" : "late, live";
        }
    }
}
