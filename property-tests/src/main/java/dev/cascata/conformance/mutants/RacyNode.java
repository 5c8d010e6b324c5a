package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainDone;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A node with fields of its own, for the race mutants that publish through more than one. */
class RacyNode extends PlainNode {
    /** The end of a node, for mutants that write it without a fence. */
    static final VarHandle END;

    static final VarHandle PENDING;

    static {
        try {
            END = MethodHandles.lookup().findVarHandle(PlainNode.class, "end", PlainEnd.class);
            PENDING = MethodHandles.lookup().findVarHandle(RacyNode.class, "pending", Object.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** A second field that shows the end. */
    volatile boolean signalled;
    /** A second field that shows the end. It is not volatile, so a reader may never see a change. */
    boolean hinted;
    /** The one link that waits for the end. */
    @Nullable
    Object pending;

    RacyNode(PlainSteps steps, String name, Context parent, @Nullable Deadline deadline) {
        super(steps, name, parent, deadline);
    }

    /** A node whose done is made by the first caller, and again by a second caller at the same time. */
    static final class Lazy extends RacyNode {
        private @Nullable Done made;

        Lazy(PlainSteps steps, String name, Context parent, @Nullable Deadline deadline) {
            super(steps, name, parent, deadline);
        }

        @Override
        public Done done() {
            Done known = made;
            if (known == null) {
                known = new PlainDone(this);
                Window.open();
                made = known;
            }
            return known;
        }
    }
}
