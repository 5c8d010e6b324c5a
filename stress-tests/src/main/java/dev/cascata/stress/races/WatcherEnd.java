package dev.cascata.stress.races;

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
 * One thread derives from somebody else's context, which has to be watched, while another one cancels the context
 * inside. Does the child end with that cause?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t WatcherEnd
 *
 *          RESULT       SAMPLES      FREQ
 *     a, released        54,964   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("FOREIGN_3")
@Ref("CANCEL_10")
@Needs({CAUSES, FOREIGN_PARENTS, THREADS})
@Outcome(id = "a, released", expect = ACCEPTABLE, desc = "the child ended with its parent, and the watcher is gone")
@Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the end of the parent was lost")
@State
public class WatcherEnd extends Tree {
    final Object inner = child(root);
    final Object parent = foreign(inner, ForeignShape.OWN);
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
        soon(() -> KIT.done(node));
        r.r1 = end(node);
        r.r2 = soon(() -> KIT.attached(parent) == 0) ? "released" : "watched";
    }
}
