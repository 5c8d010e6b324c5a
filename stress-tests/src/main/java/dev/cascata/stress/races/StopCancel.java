package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.STOP_RESULT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.conformance.kit.Stop;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread stops a callback while another one cancels its context. Does the callback run if, and only if, the
 * stop says that it came too late?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t StopCancel
 *
 *                 RESULT       SAMPLES      FREQ
 *         late, ran once        44,018    11.83%
 *     stopped, never ran       328,155    88.17%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALLBACK_9")
@Ref("CALLBACK_6")
@Ref("CALLBACK_7")
@Needs({CALLBACKS, STOP_RESULT, THREADS})
@Outcome(id = "stopped, never ran", expect = ACCEPTABLE, desc = "the stop came first")
@Outcome(id = "late, ran once", expect = ACCEPTABLE, desc = "the end came first")
@Outcome(id = "stopped, ran once", expect = FORBIDDEN, desc = "it ran although the stop promised that it would not")
@Outcome(id = "late, never ran", expect = FORBIDDEN, desc = "the stop did nothing, and nobody ran it")
@State
public class StopCancel extends Tree {
    final Object node = child(root);
    final AtomicInteger runs = new AtomicInteger();
    final Stop callback = count(node, runs);

    @Actor
    public void stopper(LL_Result r) {
        r.r1 = stopped(callback.stop());
    }

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(node);
    }

    @Arbiter
    public void after(LL_Result r) {
        settle();
        r.r2 = ran(runs);
    }
}
