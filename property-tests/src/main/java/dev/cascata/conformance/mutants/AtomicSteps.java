package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.ContextException;
import dev.cascata.context.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Plain steps whose ends are atomic. A walk marks a node with its end, and readers ignore the mark until the walk has
 * marked all nodes. There is one walk at a time, under the lock, and every change takes the lock.
 */
class AtomicSteps extends PlainSteps {
    private volatile @Nullable PlainEnd hidden;

    AtomicSteps(Environment environment) {
        super(environment);
    }

    /** Returns the end of a node, unless it is hidden from readers. */
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

    /** Returns a new end for a node that is born ended, because the end of its parent is visible already. */
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
