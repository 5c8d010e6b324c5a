package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread cancels a context with a cause while another one reads its cause, and then done, err and cause. Is it
 * ever anything but live or ended with that very cause?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CauseRead
 *
 *         RESULT       SAMPLES      FREQ
 *           a, a       105,627    54.33%
 *        live, a             9      rare
 *     live, live        88,765    45.66%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CAUSE_1")
@Ref("CAUSE_2")
@Ref("ERR_6")
@Needs({CAUSES, THREADS})
@Outcome(id = "live, live", expect = ACCEPTABLE, desc = "all reads came before the end")
@Outcome(id = "live, a", expect = ACCEPTABLE, desc = "the end came between the reads")
@Outcome(id = "a, a", expect = ACCEPTABLE, desc = "the end came before all reads")
@Outcome(id = "a, live", expect = FORBIDDEN, desc = "a context with a cause is not done")
@State
public class CauseRead extends Tree {
    final Object node = child(root);

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(node, A);
    }

    @Actor
    public void reader(LL_Result r) {
        Object cause = KIT.cause(node);
        r.r1 = cause == null ? "live" : cause == A ? "a" : "another cause";
        r.r2 = end(node);
    }
}
