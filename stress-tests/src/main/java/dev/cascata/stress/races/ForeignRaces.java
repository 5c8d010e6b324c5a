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
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * A child is derived from a foreign context while another thread ends one of the two. Is the link made and released?
 */
public final class ForeignRaces {
    private ForeignRaces() {}

    /** A foreign context, and the context inside it that ends it. */
    public abstract static class ForeignParent extends Tree {
        final Object inner = child(root);
        final Object parent;
        Object node = root;

        ForeignParent(ForeignShape shape) {
            parent = foreign(inner, shape);
        }

        final String watcher() {
            return soon(() -> KIT.attached(parent) == 0) ? "released" : "watched";
        }
    }

    /** The foreign context has a hook. Does the child end with it, and is nothing left registered with the hook? */
    @JCStressTest
    @Ref("FOREIGN_10")
    @Ref("FOREIGN_5")
    @Ref("CANCEL_10")
    @Needs({CAUSES, CALLBACKS, FOREIGN_PARENTS, THREADS})
    @Outcome(id = "a, 0", expect = ACCEPTABLE, desc = "the child ended, and nothing is registered")
    @Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the hook fired during the registration, and the end was lost")
    @Outcome(id = "a, 1", expect = FORBIDDEN, desc = "the child ended, and is still registered")
    @State
    public static class ForeignHook extends ForeignParent {
        public ForeignHook() {
            super(ForeignShape.HOOK);
        }

        @Actor
        public void canceller() {
            KIT.cancel(inner, A);
        }

        @Actor
        public void deriver() {
            node = child(parent);
        }

        @Arbiter
        public void after(LL_Result r) {
            settle();
            r.r1 = end(node);
            r.r2 = KIT.attached(parent);
        }
    }

    /** The foreign context has no hook, so that a watcher waits for its end. Does the child end with it? */
    @JCStressTest
    @Ref("FOREIGN_3")
    @Ref("CANCEL_10")
    @Needs({CAUSES, FOREIGN_PARENTS, THREADS})
    @Outcome(id = "a, released", expect = ACCEPTABLE, desc = "the child ended with its parent, and the watcher ended")
    @Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the end of the parent was lost")
    @State
    public static class WatcherEnd extends ForeignParent {
        public WatcherEnd() {
            super(ForeignShape.OWN);
        }

        @Actor
        public void canceller() {
            KIT.cancel(inner, A);
        }

        @Actor
        public void deriver() {
            node = child(parent);
        }

        @Arbiter
        public void after(LL_Result r) {
            soon(() -> KIT.done(node));
            r.r1 = end(node);
            r.r2 = watcher();
        }
    }

    /**
     * Two threads derive a child each and cancel it at once. Is each watcher released, even if it has only just
     * started?
     */
    @JCStressTest
    @Ref("FOREIGN_2")
    @Needs({FOREIGN_PARENTS, THREADS})
    @Outcome(id = "released", expect = ACCEPTABLE, desc = "no watcher is left")
    @Outcome(id = "watched", expect = FORBIDDEN, desc = "the child ended, and its watcher is still there")
    @State
    public static class WatcherRelease extends ForeignParent {
        public WatcherRelease() {
            super(ForeignShape.OWN);
        }

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
            r.r1 = watcher();
            KIT.cancel(inner);
        }
    }
}
