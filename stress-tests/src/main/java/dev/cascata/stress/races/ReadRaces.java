package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.DONE_OBJECT;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread ends a context. Another thread reads the context, or one below it, meanwhile. Do the reads fit together?
 */
public final class ReadRaces {
    private ReadRaces() {}

    /**
     * One thread reads the cause, and then done, err and cause. Does it see no state but live and ended with this
     * cause?
     */
    @JCStressTest
    @Ref("CAUSE_1")
    @Ref("CAUSE_2")
    @Ref("ERR_6")
    @Needs({CAUSES, THREADS})
    @Outcome(id = "live, live", expect = ACCEPTABLE, desc = "all reads came before the end")
    @Outcome(id = "live, a", expect = ACCEPTABLE, desc = "the end came between the reads")
    @Outcome(id = "a, a", expect = ACCEPTABLE, desc = "the end came before all reads")
    @Outcome(id = "a, live", expect = FORBIDDEN, desc = "a context with a cause is not done")
    @State
    public static class CauseRead extends Tree {
        final Object node = child(root);

        @Actor
        public void canceller() {
            KIT.cancel(node, A);
        }

        @Actor
        public void reader(LL_Result r) {
            Object cause = KIT.cause(node);
            r.r1 = cause == null ? "live" : cause == A ? "a" : "another cause";
            r.r2 = end(node);
        }
    }

    /** A grandchild is read. Does the reader see no state but live and ended with the cause of the grandparent? */
    @JCStressTest
    @Ref("CAUSE_6")
    @Ref("ERR_2")
    @Needs({CAUSES, THREADS})
    @Outcome(id = "live", expect = ACCEPTABLE, desc = "the read came before the end")
    @Outcome(id = "a", expect = ACCEPTABLE, desc = "the end came before the read")
    @State
    public static class GrandchildRead extends Tree {
        final Object top = child(root);
        final Object node = child(child(top));

        @Actor
        public void canceller() {
            KIT.cancel(top, A);
        }

        @Actor
        public void reader(L_Result r) {
            r.r1 = end(node);
        }
    }

    /**
     * The deadline passes. Does the reader see no state but live and ended with the err and the cause of the deadline?
     */
    @JCStressTest
    @Ref("ERR_5")
    @Ref("ERR_6")
    @Ref("CAUSE_8")
    @Needs({KINDS, CAUSES, DEADLINES, DEADLINE_CAUSES, VIRTUAL_TIME, THREADS})
    @Outcome(id = "live", expect = ACCEPTABLE, desc = "the read came before the end")
    @Outcome(id = "e", expect = ACCEPTABLE, desc = "the end came before the read")
    @Outcome(id = "mixed", expect = FORBIDDEN, desc = "err and cause come from two events")
    @State
    public static class ExpiryRead extends Tree {
        final Object node = timed(root, E);

        @Actor
        public void clock() {
            fire(0);
        }

        @Actor
        public void reader(L_Result r) {
            r.r1 = end(node);
        }
    }

    /** One thread reads err, done, and err again. Is the context done if and only if it has an err? */
    @JCStressTest
    @Ref("ERR_1")
    @Ref("ERR_2")
    @Needs(THREADS)
    @Outcome(id = "no err, live, no err", expect = ACCEPTABLE, desc = "all reads came before the end")
    @Outcome(id = "no err, live, err", expect = ACCEPTABLE, desc = "the end came before the last read")
    @Outcome(id = "no err, done, err", expect = ACCEPTABLE, desc = "the end came before the second read")
    @Outcome(id = "err, done, err", expect = ACCEPTABLE, desc = "the end came before all reads")
    @Outcome(id = "err, live, .*", expect = FORBIDDEN, desc = "a context with an err is not done")
    @Outcome(id = ".*, done, no err", expect = FORBIDDEN, desc = "a context that is done has no err")
    @State
    public static class ErrDone extends Tree {
        final Object node = child(root);

        @Actor
        public void canceller() {
            KIT.cancel(node);
        }

        @Actor
        public void reader(LLL_Result r) {
            r.r1 = err();
            r.r2 = KIT.done(node) ? "done" : "live";
            r.r3 = err();
        }

        private String err() {
            return KIT.err(node) == null ? "no err" : "err";
        }
    }

    /**
     * Two threads ask for the done object of a context for the first time. Do they get one object, and has it fired?
     */
    @JCStressTest
    @Ref("ERR_8")
    @Needs({DONE_OBJECT, THREADS})
    @Outcome(id = "one done", expect = ACCEPTABLE, desc = "both threads and a later caller got the same object")
    @State
    public static class LazyDone extends Tree {
        final Object node = child(root);
        Object read = root;
        Object cancelled = root;

        @Actor
        public void canceller() {
            KIT.cancel(node);
            cancelled = KIT.doneObject(node);
        }

        @Actor
        public void reader() {
            read = KIT.doneObject(node);
        }

        @Arbiter
        public void after(L_Result r) {
            Object late = KIT.doneObject(node);
            r.r1 = read == late && cancelled == late ? KIT.done(node) ? "one done" : "not fired" : "several";
        }
    }
}
