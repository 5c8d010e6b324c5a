package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread writes a plain field and cancels a context. Another thread observes the end in one of several ways. Does
 * it see the write?
 */
public final class PublishRaces {
    private PublishRaces() {}

    /** A context, and a plain field that is written before the cancel. */
    public abstract static class Publication extends Tree {
        final Object node = child(root);
        int field;

        final void writeAndCancel() {
            field = 1;
            KIT.cancel(node);
        }

        final String readField() {
            return field == 1 ? "written" : "unwritten";
        }
    }

    /** The outcomes of a single read. */
    @Ref("ERR_7")
    @Outcome(id = "live", expect = ACCEPTABLE, desc = "the read came before the end")
    @Outcome(id = "written", expect = ACCEPTABLE, desc = "the end came before the read, and the write is visible")
    @Outcome(id = "unwritten", expect = FORBIDDEN, desc = "the end is visible, and the write before it is not")
    static final class SingleRead {
        private SingleRead() {}
    }

    /** Does a thread that has seen the context done see the write? */
    @JCStressTest
    @JCStressMeta(SingleRead.class)
    @Needs(THREADS)
    @State
    public static class PublishDone extends Publication {
        @Actor
        public void writer() {
            writeAndCancel();
        }

        @Actor
        public void reader(L_Result r) {
            r.r1 = KIT.done(node) ? readField() : "live";
        }
    }

    /** Does a thread that has seen the err of the context see the write? */
    @JCStressTest
    @JCStressMeta(SingleRead.class)
    @Needs(THREADS)
    @State
    public static class PublishErr extends Publication {
        @Actor
        public void writer() {
            writeAndCancel();
        }

        @Actor
        public void reader(L_Result r) {
            r.r1 = KIT.err(node) != null ? readField() : "live";
        }
    }

    /** Does a thread that has seen the cause of the context see the write? */
    @JCStressTest
    @JCStressMeta(SingleRead.class)
    @Needs({CAUSES, THREADS})
    @State
    public static class PublishCause extends Publication {
        @Actor
        public void writer() {
            field = 1;
            KIT.cancel(node, A);
        }

        @Actor
        public void reader(L_Result r) {
            r.r1 = KIT.cause(node) != null ? readField() : "live";
        }
    }

    /** A thread registers a callback. Does the callback see the write, on either thread that may run it? */
    @JCStressTest
    @Ref("ERR_7")
    @Ref("CALLBACK_19")
    @Needs({CALLBACKS, THREADS})
    @Outcome(id = "written", expect = ACCEPTABLE, desc = "the callback saw the write")
    @Outcome(
            id = "unwritten",
            expect = FORBIDDEN,
            desc = "the callback ran, and the write before the end was not visible")
    @Outcome(id = "never ran", expect = FORBIDDEN, desc = "the context ended, and the callback did not run")
    @State
    public static class PublishCallback extends Publication {
        String seen = "never ran";

        @Actor
        public void writer() {
            writeAndCancel();
        }

        @Actor
        public void registrar() {
            afterFunc(node, () -> seen = readField());
        }

        @Arbiter
        public void after(L_Result r) {
            settle();
            r.r1 = seen;
        }
    }

    /** A thread waits for the end. Does the wait end, and does the thread then see the write? */
    @JCStressTest
    @Ref("WAIT_1")
    @Ref("ERR_7")
    @Needs({BLOCKING_WAIT, THREADS})
    @Outcome(id = "written", expect = ACCEPTABLE, desc = "the wait ended, and the write is visible")
    @Outcome(id = "unwritten", expect = FORBIDDEN, desc = "the wait ended, and the write before the end is not visible")
    @Outcome(id = "still waiting", expect = FORBIDDEN, desc = "the context ended, and the wait did not")
    @State
    public static class PublishAwait extends Publication {
        volatile @Nullable Thread waiting;
        volatile boolean awake;

        @Actor
        public void waiter(L_Result r) {
            waiting = Thread.currentThread();
            try {
                KIT.await(node);
                r.r1 = readField();
            } catch (InterruptedException e) {
                r.r1 = "still waiting";
            }
            awake = true;
        }

        @Actor
        public void writer() {
            writeAndCancel();
            wake();
        }

        /** Interrupts a wait that the end of the context did not end. */
        private void wake() {
            soon(() -> waiting != null);
            Thread waiter = waiting;
            if (!soon(() -> awake) && waiter != null) {
                waiter.interrupt();
            }
        }
    }
}
