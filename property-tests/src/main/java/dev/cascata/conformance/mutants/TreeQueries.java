package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.context.ContextException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What mutants ask about contexts and what hangs on them. */
final class Kin {
    private Kin() {}

    static boolean isValue(@Nullable Object context) {
        return context instanceof PlainContext layer && layer.key != null && layer.parent != null;
    }

    static boolean isDetached(@Nullable Object context) {
        return context instanceof PlainContext layer && layer.source == null && layer.parent != null;
    }

    static boolean isForeign(@Nullable Object context) {
        return context != null && !(context instanceof PlainContext);
    }

    static boolean isLive(@Nullable Object context) {
        return context instanceof PlainNode node && node.end == null;
    }

    static boolean isExpired(@Nullable PlainEnd end) {
        return end != null && end.err() instanceof ContextException.DeadlineExceeded;
    }

    /** Whether it was ended by the very event that ended the context it is linked to. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isEndedFromAbove(PlainNode node) {
        return node.end != null && node.holder != null && node.holder.end == node.end;
    }

    /** Whether a cause was given for it. */
    @SuppressWarnings("ReferenceEquality")
    static boolean hasCause(PlainEnd end) {
        return end.cause() != end.err();
    }

    static List<PlainNode> children(PlainNode node) {
        return node.links.stream()
                .filter(PlainNode.class::isInstance)
                .map(PlainNode.class::cast)
                .toList();
    }

    static List<PlainCallback> callbacks(PlainNode node) {
        return node.links.stream()
                .filter(PlainCallback.class::isInstance)
                .map(PlainCallback.class::cast)
                .toList();
    }

    static Set<Object> only(Set<Object> links, Predicate<Object> wanted) {
        Set<Object> found = new LinkedHashSet<>(links);
        found.removeIf(wanted.negate());
        return found;
    }

    /** The nearest context above that is of the wanted kind; not beyond somebody else's context. */
    static @Nullable PlainContext above(PlainContext context, Predicate<PlainContext> wanted) {
        Object at = context.parent;
        while (at instanceof PlainContext layer && !wanted.test(layer)) {
            at = layer.parent;
        }
        return at instanceof PlainContext found ? found : null;
    }

    /** The links but one of the children, by its number; all if there are not so many. */
    static Set<Object> withoutChild(Set<Object> links, int number) {
        List<Object> children = new ArrayList<>(
                links.stream().filter(PlainNode.class::isInstance).toList());
        return number < children.size() ? only(links, l -> l != children.get(number)) : links;
    }
}
