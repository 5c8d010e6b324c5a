package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
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
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread cancels a context while another one derives one with a deadline from it. Does the child end with its
 * parent, and is its timer taken back whichever of the two came first?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelArm
 *
 *          RESULT       SAMPLES      FREQ
 *     a, no timer       387,153   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("DEADLINE_18")
@Ref("DEADLINE_12")
@Ref("CANCEL_10")
@Needs({CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
@Outcome(id = "a, no timer", expect = ACCEPTABLE, desc = "the child ended with its parent and left no timer")
@Outcome(id = "a, a timer left", expect = FORBIDDEN, desc = "the timer of an ended context runs on")
@Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the child outlives its parent")
@State
public class CancelArm extends Tree {
    final Object parent = child(root);
    Object node = root;

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(parent, A);
    }

    @Actor
    public void deriver(LL_Result r) {
        node = timed(parent, E);
    }

    @Arbiter
    public void after(LL_Result r) {
        r.r1 = end(node);
        r.r2 = timers();
    }
}
