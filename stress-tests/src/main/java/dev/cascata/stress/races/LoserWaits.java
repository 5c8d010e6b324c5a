package dev.cascata.stress.races;

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
 * Two threads cancel one context that has children. Whoever of them returns from its call, winner or loser: are all
 * of the children done by then?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t LoserWaits
 *
 *                 RESULT       SAMPLES      FREQ
 *     complete, complete        88,551   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_8")
@Ref("CANCEL_4")
@Needs({THREADS})
@Outcome(
        id = "complete, complete",
        expect = ACCEPTABLE,
        desc = "neither call returned before the whole subtree had ended")
@Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a call returned while a child was live")
@State
public class LoserWaits extends Tree {
    final Object node = child(root);
    final Object[] below = children(child(node), 6);

    @Actor
    public void first(LL_Result r) {
        KIT.cancel(node);
        r.r1 = complete(below);
    }

    @Actor
    public void second(LL_Result r) {
        KIT.cancel(node);
        r.r2 = complete(below);
    }
}
