package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.STOP_RESULT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.conformance.kit.Stop;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread stops a callback while another one cancels its context, which has children. If the stop comes too late,
 * has the context ended when it says so?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t LateStopSeesEnd
 *
 *         RESULT       SAMPLES      FREQ
 *     late, done       354,906    14.70%
 *        stopped     2,059,705    85.30%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALLBACK_9")
@Needs({CALLBACKS, STOP_RESULT, THREADS})
@Outcome(id = "stopped", expect = ACCEPTABLE, desc = "the stop came first")
@Outcome(id = "late, done", expect = ACCEPTABLE, desc = "the end came first")
@Outcome(id = "late, live", expect = FORBIDDEN, desc = "the stop was told that it came too late, and the context lives")
@State
public class LateStopSeesEnd extends Tree {
    final Object node = child(root);
    final Object[] before = children(node, 3);
    final Stop callback = listen(node, () -> {});
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
