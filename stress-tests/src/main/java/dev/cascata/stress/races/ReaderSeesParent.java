package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context with children; another one, as soon as it sees that end, reads the last of them. Is
 * it done too? What may be seen depends on the propagation that the kit declares.
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ReaderSeesParent
 *
 *     RESULT       SAMPLES       FREQ
 *       done     2,506,771    100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_15")
@Needs({THREADS})
@Outcome(id = "done", expect = ACCEPTABLE, desc = "the child was done")
@Outcome(
        id = "live",
        expect = ACCEPTABLE_INTERESTING,
        desc = "the child was not yet done: allowed unless ends are declared atomic, or to be found out by the reader")
@State
public class ReaderSeesParent extends Tree {
    final Object parent = child(root);
    final Object node = children(parent, 6)[5];

    @Actor
    public void canceller(L_Result r) {
        KIT.cancel(parent);
    }

    @Actor
    public void reader(L_Result r) {
        soon(() -> KIT.done(parent));
        r.r1 = KIT.done(node) ? "done" : "live";
    }
}
