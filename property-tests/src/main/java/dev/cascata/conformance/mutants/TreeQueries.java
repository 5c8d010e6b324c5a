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

/** Questions of mutants about a context and its neighbours in the tree. */
final class TreeQueries {
    private TreeQueries() {}

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

    /** Returns true if the event that ended the node has also ended the node that it is linked to. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isEndedFromAbove(PlainNode node) {
        return node.end != null && node.holder != null && node.holder.end == node.end;
    }

    /** Returns true if the end has a cause that was given. */
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

    /** Returns the nearest wanted context above this one. The search stops at a foreign context. */
    static @Nullable PlainContext above(PlainContext context, Predicate<PlainContext> wanted) {
        Object at = context.parent;
        while (at instanceof PlainContext layer && !wanted.test(layer)) {
            at = layer.parent;
        }
        return at instanceof PlainContext found ? found : null;
    }

    /** Returns the links without the child of this number; all links if there is no such child. */
    static Set<Object> withoutChild(Set<Object> links, int number) {
        List<Object> children = new ArrayList<>(
                links.stream().filter(PlainNode.class::isInstance).toList());
        return number < children.size() ? only(links, l -> l != children.get(number)) : links;
    }
}
