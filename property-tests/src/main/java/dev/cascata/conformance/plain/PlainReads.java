package dev.cascata.conformance.plain;

import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Key;
import org.jspecify.annotations.Nullable;

/** The reads of the contexts of one tree, one method for each read. A layer reads from its source. */
abstract class PlainReads extends PlainCalls {

    protected Done done(PlainContext context) {
        if (context instanceof PlainNode node) {
            return node.signal;
        }
        return context.source == null ? Done.never() : context.source.done();
    }

    protected @Nullable ContextException err(PlainContext context) {
        if (context instanceof PlainNode node) {
            PlainEnd end = node.end;
            return end == null ? null : end.err();
        }
        return context.source == null ? null : context.source.err();
    }

    protected @Nullable Throwable cause(PlainContext context) {
        if (context instanceof PlainNode node) {
            PlainEnd end = node.end;
            return end == null ? null : end.cause();
        }
        return context.source == null ? null : context.source.cause();
    }

    protected @Nullable Deadline deadline(PlainContext context) {
        if (context instanceof PlainNode node) {
            return node.limit;
        }
        return context.source == null ? null : context.source.deadline();
    }

    @SuppressWarnings("unchecked")
    protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
        @Nullable Context at = context;
        while (at instanceof PlainContext layer) {
            if (binds(layer, key)) {
                return (T) layer.bound;
            }
            at = above(layer);
        }
        return at == null ? unbound(key) : at.value(key);
    }

    protected boolean binds(PlainContext layer, Key<?> key) {
        return layer.key == key;
    }

    /** Returns the context in which a lookup continues. */
    protected @Nullable Context above(PlainContext layer) {
        return layer.parent;
    }

    /** Returns what a lookup finds beyond the root. */
    protected abstract <T> @Nullable T unbound(Key<T> key);
}
