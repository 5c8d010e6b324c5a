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
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * The deadlines of a context and of its child pass at one tick, each on a thread of its own. Does the child end by
 * one of them, and does everything below it agree?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ExpiryExpiry
 *
 *             RESULT       SAMPLES      FREQ
 *     e, p, no timer       152,775    34.06%
 *     p, p, no timer       295,756    65.94%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("DEADLINE_3")
@Ref("DEADLINE_13")
@Ref("ERR_6")
@Needs({KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, TIMER_COUNT, VIRTUAL_TIME, THREADS})
@Outcome(id = "p, p, no timer", expect = ACCEPTABLE, desc = "the deadline of the parent came first")
@Outcome(id = "e, p, no timer", expect = ACCEPTABLE, desc = "that of the child came first")
@Outcome(id = "they disagree, .*", expect = FORBIDDEN, desc = "the context below the child shows another end")
@State
public class ExpiryExpiry extends Tree {
    final Object parent = timed(root, P);
    final Object node = timed(parent, E);
    final Object below = child(node);

    @Actor
    public void clockOfParent(LLL_Result r) {
        fire(0);
    }

    @Actor
    public void clockOfChild(LLL_Result r) {
        fire(1);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r1 = end(node, below);
        r.r2 = end(parent);
        r.r3 = timers();
    }
}
