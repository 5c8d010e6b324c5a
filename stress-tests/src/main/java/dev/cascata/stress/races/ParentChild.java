package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
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
 * One thread cancels a context and another one its child, each with a cause of its own. Does the child end once, by
 * the event whose call says so?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ParentChild
 *
 *         RESULT       SAMPLES      FREQ
 *     lost, a, a        73,248    59.71%
 *      won, b, a        49,427    40.29%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_11")
@Ref("CANCEL_16")
@Ref("CAUSE_5")
@Ref("CAUSE_6")
@Needs({CANCEL_RESULT, CAUSES, THREADS})
@Outcome(id = "won, b, a", expect = ACCEPTABLE, desc = "the cancel of the child came first")
@Outcome(id = "lost, a, a", expect = ACCEPTABLE, desc = "the end of the parent came first")
@Outcome(id = "won, a, a", expect = FORBIDDEN, desc = "the end of the parent replaced that of the child")
@Outcome(id = "lost, b, a", expect = FORBIDDEN, desc = "the cancel that ended the child was told that it had not")
@State
public class ParentChild extends Tree {
    final Object parent = child(root);
    final Object node = child(parent);

    @Actor
    public void above(LLL_Result r) {
        KIT.cancel(parent, A);
    }

    @Actor
    public void below(LLL_Result r) {
        r.r1 = won(KIT.cancel(node, B));
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r2 = end(node);
        r.r3 = end(parent);
    }
}
