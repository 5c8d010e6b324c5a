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
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread cancels a context and another one its child, which has children. Does each call return only when all
 * of those are done, and do they show the end of the context they hang on?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t WalkMeetsWalk
 *
 *                    RESULT       SAMPLES      FREQ
 *     complete, complete, a       115,832    68.01%
 *     complete, complete, b        54,479    31.99%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_4")
@Ref("CANCEL_14")
@Needs({CAUSES, THREADS})
@Outcome(id = "complete, complete, a", expect = ACCEPTABLE, desc = "the whole tree ended by the cancel of the parent")
@Outcome(id = "complete, complete, b", expect = ACCEPTABLE, desc = "the lower part ended by the cancel of the child")
@Outcome(id = ".*incomplete.*", expect = FORBIDDEN, desc = "a call returned while a context below was live")
@Outcome(id = ".*they disagree", expect = FORBIDDEN, desc = "a context shows another end than the one it hangs on")
@State
public class WalkMeetsWalk extends Tree {
    final Object parent = child(root);
    final Object node = child(parent);
    final Object[] below = children(node, 6);

    @Actor
    public void above(LLL_Result r) {
        KIT.cancel(parent, A);
        r.r1 = complete(below);
    }

    @Actor
    public void middle(LLL_Result r) {
        KIT.cancel(node, B);
        r.r2 = complete(below);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r3 = end(node, below[below.length - 1]);
    }
}
