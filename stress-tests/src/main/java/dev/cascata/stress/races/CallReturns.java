package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.INTERRUPT_BRIDGE;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * A bound call comes to its end while another thread cancels the context. Is its thread ever interrupted once the
 * call has returned?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CallReturns
 *
 *            RESULT       SAMPLES      FREQ
 *         ran, calm     1,475,018    93.66%
 *     refused, calm        99,913     6.34%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALL_2")
@Ref("CALL_4")
@Ref("USE_5")
@Needs({INTERRUPT_BRIDGE, THREADS})
@Outcome(id = "ran, calm", expect = ACCEPTABLE, desc = "the call was made, and left nothing on its thread")
@Outcome(id = "refused, calm", expect = ACCEPTABLE, desc = "the context had ended before")
@Outcome(
        id = ".*, interrupted",
        expect = FORBIDDEN,
        desc = "the interrupt came after the call had returned, or was not taken back")
@State
public class CallReturns extends Tree {
    final Object node = child(root);
    volatile boolean calling;
    volatile boolean cancelled;

    @Actor
    public void caller(LL_Result r) {
        calling = true;
        r.r1 = called();
        soon(() -> cancelled);
        r.r2 = Thread.interrupted() ? "interrupted" : "calm";
    }

    private String called() {
        try {
            return KIT.call(node, CallReturns::work);
        } catch (Exception e) {
            return "refused";
        }
    }

    /** So that the end comes before, within and after it. */
    private static String work() {
        for (int spins = ThreadLocalRandom.current().nextInt(40); spins > 0; spins--) {
            Thread.onSpinWait();
        }
        return "ran";
    }

    @Actor
    public void canceller(LL_Result r) {
        soon(() -> calling);
        KIT.cancel(node);
        cancelled = true;
    }
}
