package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.conformance.kit.ForeignShape;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread cancels the context inside somebody else's, which has a hook for its end, while another one derives
 * from it. Does the child end with that cause, and is nothing left registered with the hook?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ForeignHook
 *
 *     RESULT       SAMPLES      FREQ
 *       a, 0       438,291   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("FOREIGN_10")
@Ref("FOREIGN_5")
@Ref("CANCEL_10")
@Needs({CAUSES, CALLBACKS, FOREIGN_PARENTS, THREADS})
@Outcome(id = "a, 0", expect = ACCEPTABLE, desc = "the child ended, and nothing is registered")
@Outcome(
        id = "live, .*",
        expect = FORBIDDEN,
        desc = "the hook fired while the child registered with it, and the end was lost")
@Outcome(id = "a, 1", expect = FORBIDDEN, desc = "the child ended and is still registered")
@State
public class ForeignHook extends Tree {
    final Object inner = child(root);
    final Object parent = foreign(inner, ForeignShape.HOOK);
    Object node = root;

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(inner, A);
    }

    @Actor
    public void deriver(LL_Result r) {
        node = child(parent);
    }

    @Arbiter
    public void after(LL_Result r) {
        settle();
        r.r1 = end(node);
        r.r2 = KIT.attached(parent);
    }
}
