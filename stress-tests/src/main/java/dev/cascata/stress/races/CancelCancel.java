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
 * Two threads cancel one context, each with a cause of its own. Is exactly one told that it won, and is its cause
 * the one that stays?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelCancel
 *
 *           RESULT       SAMPLES      FREQ
 *     lost, won, b        64,996    19.52%
 *     won, lost, a       267,914    80.48%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_7")
@Ref("CANCEL_16")
@Needs({CANCEL_RESULT, CAUSES, THREADS})
@Outcome(id = "won, lost, a", expect = ACCEPTABLE, desc = "the first came first")
@Outcome(id = "lost, won, b", expect = ACCEPTABLE, desc = "the second came first")
@Outcome(id = "won, won, .*", expect = FORBIDDEN, desc = "both were told that they ended the context")
@Outcome(id = "lost, lost, .*", expect = FORBIDDEN, desc = "nobody was")
@State
public class CancelCancel extends Tree {
    final Object node = child(root);

    @Actor
    public void first(LLL_Result r) {
        r.r1 = won(KIT.cancel(node, A));
    }

    @Actor
    public void second(LLL_Result r) {
        r.r2 = won(KIT.cancel(node, B));
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r3 = end(node);
    }
}
