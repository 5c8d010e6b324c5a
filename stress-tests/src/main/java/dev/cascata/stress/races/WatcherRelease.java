package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.cascata.conformance.Shape;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread derives from somebody else's context, which has to be watched, and cancels the child; another one
 * cancels the context inside. Does the child end by one of them, and is the watcher let go?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t WatcherRelease
 * </pre>
 */
@JCStressTest
@Ref("FOREIGN_2")
@Ref("FOREIGN_3")
@Needs({CAUSES, FOREIGN_PARENTS, THREADS})
@Outcome(id = "a, released", expect = ACCEPTABLE, desc = "the end of the parent came first")
@Outcome(id = "b, released", expect = ACCEPTABLE, desc = "the cancel of the child came first")
@Outcome(id = ".*, watched", expect = FORBIDDEN, desc = "the watcher stays although both sides have ended")
@State
public class WatcherRelease extends Tree {
    final Object inner = child(root);
    final Object parent = foreign(inner, Shape.OWN);
    Object node = root;

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(inner, A);
    }

    @Actor
    public void deriver(LL_Result r) {
        node = child(parent);
        KIT.cancel(node, B);
    }

    @Arbiter
    public void after(LL_Result r) {
        r.r1 = end(node);
        r.r2 = soon(() -> KIT.attached(parent) == 0) ? "released" : "watched";
    }
}
