package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread derives a context and writes it to a plain field. Another thread reads that field. Is the context whole?
 */
public final class UnsafePublicationRaces {
    private UnsafePublicationRaces() {}

    /** The plain field. */
    public abstract static class PlainField extends Tree {
        @Nullable
        Object field;

        /** Uses the context in the field, if there is one. */
        final String use(Function<Object, String> use) {
            Object node = field;
            try {
                return node == null ? "nothing yet" : use.apply(node);
            } catch (RuntimeException e) {
                return e.getClass().getSimpleName();
            }
        }
    }

    /** The outcomes that both races share. */
    @Ref("USE_7")
    @Outcome(id = "nothing yet", expect = ACCEPTABLE, desc = "the field was read before it was written")
    @Outcome(id = ".*Exception", expect = FORBIDDEN, desc = "an operation threw, because it saw a part of the context")
    static final class Handover {
        private Handover() {}
    }

    /** The other thread derives from the context and cancels it. Do both contexts end? */
    @JCStressTest
    @JCStressMeta(Handover.class)
    @Ref("CANCEL_1")
    @Needs({CAUSES, THREADS})
    @Outcome(id = "live, a", expect = ACCEPTABLE, desc = "the context is whole")
    @State
    public static class UnsafeChild extends PlainField {
        @Actor
        public void deriver() {
            field = child(root);
        }

        @Actor
        public void user(L_Result r) {
            r.r1 = use(this::cancel);
        }

        private String cancel(Object node) {
            Object below = child(node);
            String before = end(node, below);
            KIT.cancel(node, A);
            return "live".equals(before) && "a".equals(end(node, below)) ? "live, a" : before + ", " + end(node, below);
        }
    }

    /** The context has a deadline and a value. Does the other thread see both? */
    @JCStressTest
    @JCStressMeta(Handover.class)
    @Ref("DEADLINE_1")
    @Ref("VALUE_1")
    @Needs({DEADLINES, DEADLINE_CAUSES, VALUES, VIRTUAL_TIME, THREADS})
    @Outcome(id = "live, 1, bound", expect = ACCEPTABLE, desc = "the context is whole")
    @State
    public static class UnsafeLayers extends PlainField {
        private static final Object KEY = KIT.newKey("key");

        @Actor
        public void deriver() {
            field = timed(bound(root, KEY, "bound"), E);
        }

        @Actor
        public void user(L_Result r) {
            r.r1 = use(this::read);
        }

        private String read(Object node) {
            boolean whole = deadline(node) == TICK && "bound".equals(KIT.value(node, KEY)) && !KIT.done(node);
            return whole ? "live, 1, bound" : end(node) + ", " + deadline(node) + ", " + KIT.value(node, KEY);
        }
    }
}
