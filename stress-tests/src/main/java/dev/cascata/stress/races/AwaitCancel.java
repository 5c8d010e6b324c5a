package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
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
 * A thread waits for the end of a context that another one cancels. Does the wait end?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t AwaitCancel
 *
 *         RESULT       SAMPLES      FREQ
 *     TERMINATED           208   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest(Mode.Termination)
@Ref("WAIT_1")
@Needs({BLOCKING_WAIT, THREADS})
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "the wait ended")
@Outcome(id = "STALE", expect = FORBIDDEN, desc = "the wait did not end although the context did")
@Outcome(id = "ERROR", expect = FORBIDDEN, desc = "the wait threw")
@State
public class AwaitCancel extends Tree {
    final Object node = child(root);

    @Actor
    public void waiter() throws InterruptedException {
        KIT.await(node);
    }

    @Signal
    public void canceller() {
        KIT.cancel(node);
    }
}
