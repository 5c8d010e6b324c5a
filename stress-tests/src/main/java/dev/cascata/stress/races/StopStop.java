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
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * Two threads stop one callback, and its context is cancelled after that. Is exactly one of them told that it
 * prevented the callback, and does it never run?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t StopStop
 *
 *                       RESULT       SAMPLES      FREQ
 *     late, stopped, never ran        44,898    33.41%
 *     stopped, late, never ran        89,503    66.59%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALLBACK_9")
@Ref("CALLBACK_8")
@Needs({CALLBACKS, STOP_RESULT, THREADS})
@Outcome(id = "stopped, late, never ran", expect = ACCEPTABLE, desc = "the first came first")
@Outcome(id = "late, stopped, never ran", expect = ACCEPTABLE, desc = "the second came first")
@Outcome(id = "stopped, stopped, .*", expect = FORBIDDEN, desc = "both were told that they prevented it")
@Outcome(id = ".*, ran once", expect = FORBIDDEN, desc = "it ran after all")
@State
public class StopStop extends Tree {
    final Object node = child(root);
    final AtomicInteger runs = new AtomicInteger();
    final Stop callback = count(node, runs);

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
