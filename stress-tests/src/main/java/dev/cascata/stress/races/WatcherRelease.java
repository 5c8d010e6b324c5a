package dev.cascata.stress.races;

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
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * Two threads each derive from somebody else's context, which has to be watched, and cancel the child at once. Is
 * each watcher let go, even one that has only just started?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t WatcherRelease
 *
 *       RESULT       SAMPLES      FREQ
 *     released        18,595   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("FOREIGN_2")
@Needs({FOREIGN_PARENTS, THREADS})
@Outcome(id = "released", expect = ACCEPTABLE, desc = "no watcher is left")
@Outcome(id = "watched", expect = FORBIDDEN, desc = "a watcher stays although its child has ended")
@State
public class WatcherRelease extends Tree {
    final Object inner = child(root);
    final Object parent = foreign(inner, ForeignShape.OWN);

    @Actor
    public void first() {
        KIT.cancel(child(parent));
    }

    @Actor
    public void second() {
        KIT.cancel(child(parent));
    }

    @Arbiter
    public void after(L_Result r) {
        r.r1 = soon(() -> KIT.attached(parent) == 0) ? "released" : "watched";
        KIT.cancel(inner);
    }
}
