package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.CHILD_COUNT;
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
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread stops a callback of a context while another one cancels the child that was linked next to it, and the
 * context is cancelled after that. Did exactly those two leave?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t StopUnlink
 *
 *              RESULT       SAMPLES      FREQ
 *     1, a, never ran       190,237   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALLBACK_12")
@Ref("LINK_2")
@Ref("LINK_5")
@Needs({CAUSES, CALLBACKS, CHILD_COUNT, THREADS})
@Outcome(
        id = "1, a, never ran",
        expect = ACCEPTABLE,
        desc = "the callback and the child left, and the other child ended with the context")
@Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "the child that stayed was lost")
@Outcome(id = "2, .*", expect = FORBIDDEN, desc = "what left is still held")
@State
public class StopUnlink extends Tree {
    final Object parent = child(root);
    final AtomicInteger runs = new AtomicInteger();
    final Object leaving = child(parent);
    final Stop callback = count(parent, runs);
    final Object staying = child(parent);

    @Actor
    public void stopper(LLL_Result r) {
        callback.stop();
    }

    @Actor
    public void leaver(LLL_Result r) {
        KIT.cancel(leaving);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r1 = held(parent, 1);
        KIT.cancel(parent, A);
        settle();
        r.r2 = end(staying);
        r.r3 = ran(runs);
    }
}
