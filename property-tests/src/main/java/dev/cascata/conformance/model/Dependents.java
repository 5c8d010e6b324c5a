package dev.cascata.conformance.model;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Node.Form;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts and names the dependents of contexts. */
public final class Dependents {
    private Dependents() {}

    /** Counts the live children and waiting callbacks of each context, by its number. */
    static int[] count(List<Node> nodes, List<Registered> callbacks) {
        int[] dependents = new int[nodes.size()];
        for (Node node : nodes) {
            if (node.cancellable() && !node.done()) {
                node.links.forEach(l -> dependents[l.holder().index]++);
            }
        }
        for (Registered callback : callbacks) {
            if (callback.state == Registered.State.WAITING && callback.holder != null) {
                dependents[callback.holder.index]++;
            }
        }
        for (int i = nodes.size() - 1; i > 0; i--) {
            passOn(nodes.get(i), dependents);
        }
        return dependents;
    }

    private static void passOn(Node node, int[] dependents) {
        Node inside = registersWith(node);
        if (inside != null) {
            dependents[inside.index] += dependents[node.index];
        }
    }

    /**
     * Returns the context that also counts the dependents of a foreign one: its hook registers there, or its watchers
     * wait.
     */
    public static @Nullable Node registersWith(Node node) {
        if (node.form != Form.FOREIGN || node.shape == ForeignShape.SHARING) {
            return null;
        }
        Node inside = node.inside().holder;
        boolean counts = inside != null && (node.shape == ForeignShape.HOOK || inside.shape == ForeignShape.OWN);
        return counts ? inside : null;
    }

    /** Returns the names of the live children and waiting callbacks of a context. */
    public static List<String> names(Model model, Node node) {
        List<String> names = new ArrayList<>();
        model.nodes().stream()
                .filter(n -> n.cancellable() && !n.done() && n.linkedTo(node))
                .forEach(n -> names.add(n.toString()));
        model.callbacks().stream()
                .filter(c -> c.state == Registered.State.WAITING && c.holder == node)
                .forEach(c -> names.add("f" + c.index));
        model.nodes().stream().filter(n -> registersWith(n) == node).forEach(n -> names.addAll(names(model, n)));
        return names;
    }
}
