package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context while another one registers a callback on it. Does the callback run exactly once?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelRegister
 *
 *       RESULT       SAMPLES      FREQ
 *     ran once       438,291   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALLBACK_19")
@Needs({CALLBACKS, THREADS})
@Outcome(id = "ran once", expect = ACCEPTABLE, desc = "it ran, at the cancel or at the registration")
@Outcome(id = "never ran", expect = FORBIDDEN, desc = "the end of the context went by unheard")
@Outcome(id = "ran twice", expect = FORBIDDEN, desc = "both threads ran it")
@State
public class CancelRegister extends Tree {
    final Object node = child(root);
    final AtomicInteger runs = new AtomicInteger();

    @Actor
    public void canceller() {
        KIT.cancel(node);
    }

    @Actor
    public void registrar() {
        count(node, runs);
    }

    @Arbiter
    public void after(L_Result r) {
        settle();
        r.r1 = ran(runs);
    }
}
