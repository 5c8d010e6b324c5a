package dev.cascata.stress.races;

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
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * Two threads derive from one context, which is cancelled after that. Were both children linked?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t DeriveDerive
 *
 *     RESULT       SAMPLES      FREQ
 *       a, a       438,291   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_3")
@Ref("LINK_5")
@Needs({CAUSES, THREADS})
@Outcome(id = "a, a", expect = ACCEPTABLE, desc = "both ended with their parent")
@Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "a child was lost")
@State
public class DeriveDerive extends Tree {
    final Object parent = child(root);
    Object left = root;
    Object right = root;

    @Actor
    public void first(LL_Result r) {
        left = child(parent);
    }

    @Actor
    public void second(LL_Result r) {
        right = child(parent);
    }

    @Arbiter
    public void after(LL_Result r) {
        KIT.cancel(parent, A);
        r.r1 = end(left);
        r.r2 = end(right);
    }
}
