package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context while another thread registers a callback. When does the callback run, and how often?
 */
public final class CallbackRaces {
    private CallbackRaces() {}

    /** Does the callback run exactly once? */
    @JCStressTest
    @Ref("CALLBACK_19")
    @Needs({CALLBACKS, THREADS})
    @Outcome(id = "ran once", expect = ACCEPTABLE, desc = "it ran, at the cancel or at the registration")
    @Outcome(id = "never ran", expect = FORBIDDEN, desc = "the context ended, and the callback did not run")
    @Outcome(id = "ran twice", expect = FORBIDDEN, desc = "both threads ran it")
    @State
    public static class CancelRegister extends Tree {
        final Object node = child(root);
        final AtomicInteger runs = new AtomicInteger();

        @Actor
        public void canceller() {
            KIT.cancel(node);
        }

        @Actor
        public void registrar() {
            count(node, runs);
        }

        @Arbiter
        public void after(L_Result r) {
            settle();
            r.r1 = ran(runs);
        }
    }

    /** The context has children. Is it done when the callback runs, on either thread that may run it? */
    @JCStressTest
    @Ref("CALLBACK_16")
    @Ref("CALLBACK_19")
    @Needs({CALLBACKS, THREADS})
    @Outcome(id = "done", expect = ACCEPTABLE, desc = "the callback ran after the end")
    @Outcome(id = "live", expect = FORBIDDEN, desc = "the callback ran before the context was done")
    @State
    public static class CallbackSeesEnd extends Tree {
        final Object node = child(root);
        final Object[] below = children(node, 6);
        volatile String seen = "never ran";

        @Actor
        public void canceller() {
            KIT.cancel(node);
        }

        @Actor
        public void registrar() {
            afterFunc(node, () -> seen = KIT.done(node) ? "done" : "live");
        }

        @Arbiter
        public void after(L_Result r) {
            settle();
            r.r1 = seen;
        }
    }
}
