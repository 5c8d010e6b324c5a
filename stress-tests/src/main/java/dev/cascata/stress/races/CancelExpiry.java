package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread cancels a context at the instant at which its deadline passes. Are err and cause those of one and the
 * same event, the one that the answer of the cancel tells?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelExpiry
 *
 *                RESULT       SAMPLES      FREQ
 *     lost, e, no timer       152,130    47.10%
 *      won, a, no timer       170,891    52.90%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_6")
@Ref("CAUSE_9")
@Ref("DEADLINE_10")
@Needs({CANCEL_RESULT, KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
@Outcome(id = "won, a, no timer", expect = ACCEPTABLE, desc = "the cancel came first")
@Outcome(id = "lost, e, no timer", expect = ACCEPTABLE, desc = "the deadline came first")
@Outcome(id = ".*, mixed, .*", expect = FORBIDDEN, desc = "err and cause come from two events")
@Outcome(id = "won, e, .*", expect = FORBIDDEN, desc = "the deadline replaced the end that the cancel brought about")
@Outcome(id = "lost, a, .*", expect = FORBIDDEN, desc = "the cancel brought about the end and was told that it had not")
@State
public class CancelExpiry extends Tree {
    final Object node = timed(root, E);

    @Actor
    public void canceller(LLL_Result r) {
        r.r1 = won(KIT.cancel(node, A));
    }

    @Actor
    public void clock(LLL_Result r) {
        fire(0);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r2 = end(node);
        r.r3 = timers();
    }
}
