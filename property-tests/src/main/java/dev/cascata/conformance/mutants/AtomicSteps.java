package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.ContextException;
import dev.cascata.context.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Plain steps whose ends are atomic: a node is marked with its end, and whoever reads it takes that for none until the
 * walk has marked all. There is one walk at a time, under the lock. Whoever has to change something waits for the lock.
 */
class AtomicSteps extends PlainSteps {
    private volatile @Nullable PlainEnd hidden;

    AtomicSteps(Environment environment) {
        super(environment);
    }

    /** What a reader may know of the end of a node. */
    protected @Nullable PlainEnd shown(PlainNode node) {
        PlainEnd end = node.end;
        return isHidden(end) ? null : end;
    }

    @SuppressWarnings("ReferenceEquality") // Two walks may have ends that are equal.
    private boolean isHidden(@Nullable PlainEnd end) {
        return end == hidden;
    }

    @Override
    protected void hide(PlainEnd end) {
        hidden = end;
    }

    @Override
    protected void show() {
        hidden = null;
    }

    /** Of its own for a node that is born ended: the end of the parent has been shown for good. */
    @Override
    protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
        return isHidden(parent) ? parent : new PlainEnd(parent.err(), parent.cause());
    }

    @Override
    protected boolean ended(PlainNode node) {
        return shown(node) != null;
    }

    @Override
    protected @Nullable ContextException err(PlainContext context) {
        return isHiddenIn(context) ? null : super.err(context);
    }

    @Override
    protected @Nullable Throwable cause(PlainContext context) {
        return isHiddenIn(context) ? null : super.cause(context);
    }

    private boolean isHiddenIn(PlainContext context) {
        return context instanceof PlainNode node && shown(node) == null;
    }
}
