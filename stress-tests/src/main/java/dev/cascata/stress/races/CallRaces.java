package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.INTERRUPT_BRIDGE;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread runs a bound call while another thread cancels the context. Is the call interrupted, and nothing after
 * it?
 */
public final class CallRaces {
    private CallRaces() {}

    /** The task of the call waits for ever. Is it interrupted? */
    @JCStressTest(Mode.Termination)
    @Ref("CALL_1")
    @Needs({INTERRUPT_BRIDGE, THREADS})
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "the call ended")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "the context ended, and the task was not interrupted")
    @Outcome(id = "ERROR", expect = FORBIDDEN, desc = "the task returned or threw something else")
    @State
    public static class CallWaits extends Tree {
        final Object node = child(root);

        @Actor
        public void caller() {
            if (called()) {
                throw new IllegalStateException("the task returned");
            }
        }

        private boolean called() {
            try {
                KIT.call(node, CallWaits::never);
                return true;
            } catch (Exception ended) {
                return false;
            }
        }

        private static String never() throws InterruptedException {
            new CountDownLatch(1).await();
            return "never";
        }

        @Signal
        public void canceller() {
            KIT.cancel(node);
        }
    }

    /** The call returns at about the same time. Is its thread never interrupted afterwards? */
    @JCStressTest
    @Ref("CALL_2")
    @Ref("CALL_4")
    @Ref("USE_5")
    @Needs({INTERRUPT_BRIDGE, THREADS})
    @Outcome(
            id = "ran, not interrupted",
            expect = ACCEPTABLE,
            desc = "the task ran, and left no interrupt on its thread")
    @Outcome(id = "refused, not interrupted", expect = ACCEPTABLE, desc = "the context had ended before")
    @Outcome(
            id = ".*, interrupted",
            expect = FORBIDDEN,
            desc = "the interrupt came after the call had returned, or was not cleared")
    @State
    public static class CallReturns extends Tree {
        private static final int MAX_SPINS = 40;

        final Object node = child(root);
        volatile boolean calling;
        volatile boolean cancelled;

        @Actor
        public void caller(LL_Result r) {
            calling = true;
            r.r1 = called();
            soon(() -> cancelled);
            r.r2 = Thread.interrupted() ? "interrupted" : "not interrupted";
        }

        private String called() {
            try {
                return KIT.call(node, CallReturns::work);
            } catch (Exception e) {
                return "refused";
            }
        }

        /** Takes a random time, so that the end comes before, during or after the task. */
        private static String work() {
            for (int spins = ThreadLocalRandom.current().nextInt(MAX_SPINS); spins > 0; spins--) {
                Thread.onSpinWait();
            }
            return "ran";
        }

        @Actor
        public void canceller() {
            soon(() -> calling);
            KIT.cancel(node);
            cancelled = true;
        }
    }
}
