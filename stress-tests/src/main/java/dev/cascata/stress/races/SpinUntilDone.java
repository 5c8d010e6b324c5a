package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A thread reads whether a context is done, over and over; another one cancels it. Does the first ever see it?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t SpinUntilDone
 *
 *         RESULT       SAMPLES      FREQ
 *     TERMINATED           299   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest(Mode.Termination)
@Ref("ERR_7")
@Ref("CANCEL_7")
@Needs({THREADS})
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "the end was seen")
@Outcome(id = "STALE", expect = FORBIDDEN, desc = "the end stays unseen, however often it is read")
@Outcome(id = "ERROR", expect = FORBIDDEN, desc = "a read threw")
@State
public class SpinUntilDone extends Tree {
    final Object node = child(root);

    @Actor
    public void reader() {
        while (!KIT.done(node)) {
            // The compiler may not take the read out of the loop.
        }
    }

    @Signal
    public void canceller() {
        KIT.cancel(node);
    }
}
