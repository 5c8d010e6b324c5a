package dev.cascata.stress.races;

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
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread cancels a context at the instant at which the deadline of its child passes. Does the child end by one
 * of the two, and does everything below it agree?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelAboveExpiry
 *
 *          RESULT       SAMPLES      FREQ
 *     a, no timer       279,762    62.37%
 *     e, no timer       168,769    37.63%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_6")
@Ref("CAUSE_10")
@Ref("DEADLINE_12")
@Needs({KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
@Outcome(id = "a, no timer", expect = ACCEPTABLE, desc = "the cancel of the parent came first")
@Outcome(id = "e, no timer", expect = ACCEPTABLE, desc = "the deadline of the child came first")
@Outcome(id = "mixed, .*", expect = FORBIDDEN, desc = "err and cause come from two events")
@Outcome(id = "they disagree, .*", expect = FORBIDDEN, desc = "the context below shows another end")
@State
public class CancelAboveExpiry extends Tree {
    final Object parent = child(root);
    final Object node = timed(parent, E);
    final Object below = child(node);

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(parent, A);
    }

    @Actor
    public void clock(LL_Result r) {
        fire(0);
    }

    @Arbiter
    public void after(LL_Result r) {
        r.r1 = end(node, below);
        r.r2 = timers();
    }
}
