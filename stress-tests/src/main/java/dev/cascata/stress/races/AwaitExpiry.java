package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A thread waits, with a limit, for the end of a context whose deadline passes. Does the wait end, and long before
 * its limit?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t AwaitExpiry
 *
 *         RESULT       SAMPLES      FREQ
 *     TERMINATED           366   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest(Mode.Termination)
@Ref("WAIT_1")
@Needs({BLOCKING_WAIT, DEADLINES, DEADLINE_CAUSES, VIRTUAL_TIME, THREADS})
@Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "the wait ended")
@Outcome(id = "STALE", expect = FORBIDDEN, desc = "the wait did not end although the context did")
@Outcome(id = "ERROR", expect = FORBIDDEN, desc = "the wait threw")
@State
public class AwaitExpiry extends Tree {
    final Object node = timed(root, E);

    @Actor
    public void waiter() {
        if (!await(node, Duration.ofDays(1))) {
            throw new IllegalStateException("the limit was not reached");
        }
    }

    @Signal
    public void clock() {
        fire(0);
    }
}
