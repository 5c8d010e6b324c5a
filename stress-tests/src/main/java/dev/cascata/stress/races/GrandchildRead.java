package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context with a cause while another one reads a grandchild of it. Is the grandchild ever
 * anything but live or ended with that very cause?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t GrandchildRead
 *
 *     RESULT       SAMPLES      FREQ
 *          a       156,386    66.11%
 *       live        80,177    33.89%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CAUSE_6")
@Ref("ERR_2")
@Needs({CAUSES, THREADS})
@Outcome(id = "live", expect = ACCEPTABLE, desc = "the read came before the end")
@Outcome(id = "a", expect = ACCEPTABLE, desc = "the end came before the read")
@State
public class GrandchildRead extends Tree {
    final Object top = child(root);
    final Object node = child(child(top));

    @Actor
    public void canceller(L_Result r) {
        KIT.cancel(top, A);
    }

    @Actor
    public void reader(L_Result r) {
        r.r1 = end(node);
    }
}
