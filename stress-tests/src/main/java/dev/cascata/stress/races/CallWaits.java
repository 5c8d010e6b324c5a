package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.INTERRUPT_BRIDGE;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.CountDownLatch;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * The task of a bound call waits for something that never comes; another thread cancels the context. Is the call
 * interrupted?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CallWaits
 *
 *         RESULT       SAMPLES      FREQ
 *     TERMINATED           144   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest(Mode.Termination)
@Ref("CALL_1")
@Needs({INTERRUPT_BRIDGE, THREADS})
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "the call ended")
@Outcome(id = "STALE", expect = FORBIDDEN, desc = "the task was not interrupted although the context ended")
@Outcome(id = "ERROR", expect = FORBIDDEN, desc = "the task returned or threw something else")
@State
public class CallWaits extends Tree {
    final Object node = child(root);

    @Actor
    public void caller() {
        if (called()) {
            throw new IllegalStateException("there is nothing to return");
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
