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
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread writes a plain field and cancels a context; does another one that has seen its cause see what was
 * written?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t PublishCause
 *
 *      RESULT       SAMPLES      FREQ
 *        live        95,568    42.04%
 *     written       131,779    57.96%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_7")
@Needs({CAUSES, THREADS})
@Outcome(id = "live", expect = ACCEPTABLE, desc = "the read came before the end")
@Outcome(id = "written", expect = ACCEPTABLE, desc = "the end came before the read, and with it the field")
@Outcome(id = "unwritten", expect = FORBIDDEN, desc = "the end is visible, and what came before it is not")
@State
public class PublishCause extends Tree {
    final Object node = child(root);
    int field;

    @Actor
    public void writer(L_Result r) {
        field = 1;
        KIT.cancel(node, A);
    }

    @Actor
    public void reader(L_Result r) {
        r.r1 = KIT.cause(node) != null ? field == 1 ? "written" : "unwritten" : "live";
    }
}
