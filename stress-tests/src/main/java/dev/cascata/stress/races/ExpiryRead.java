package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * The deadline of a context passes while another thread reads done, err and cause. Is the context ever anything but
 * live or ended with the err and the cause of the deadline?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ExpiryRead
 *
 *     RESULT       SAMPLES      FREQ
 *          e       165,016    66.20%
 *       live        84,255    33.80%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_5")
@Ref("ERR_6")
@Ref("CAUSE_8")
@Needs({KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, VIRTUAL_TIME, THREADS})
@Outcome(id = "live", expect = ACCEPTABLE, desc = "the read came before the end")
@Outcome(id = "e", expect = ACCEPTABLE, desc = "the end came before the read")
@Outcome(id = "mixed", expect = FORBIDDEN, desc = "err and cause do not belong together")
@State
public class ExpiryRead extends Tree {
    final Object node = timed(root, E);

    @Actor
    public void clock(L_Result r) {
        fire(0);
    }

    @Actor
    public void reader(L_Result r) {
        r.r1 = end(node);
    }
}
