package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
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
 * One thread cancels a context; another one, as soon as it sees that end, cancels a child of that context. Do both
 * return, and does the child end by the event whose call says so?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t WokenCancels
 *
 *     RESULT       SAMPLES      FREQ
 *     lost a        63,686    99.63%
 *      won b           238     0.37%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_13")
@Ref("CANCEL_11")
@Needs({CANCEL_RESULT, CAUSES, THREADS})
@Outcome(id = "won b", expect = ACCEPTABLE, desc = "the woken thread came before the walk")
@Outcome(id = "lost a", expect = ACCEPTABLE, desc = "the walk came first")
@State
public class WokenCancels extends Tree {
    final Object parent = child(root);
    final Object node = children(parent, 6)[5];

    @Actor
    public void canceller(L_Result r) {
        KIT.cancel(parent, A);
    }

    @Actor
    public void woken(L_Result r) {
        soon(() -> KIT.done(parent));
        r.r1 = (KIT.cancel(node, B) ? "won " : "lost ") + end(node);
    }
}
