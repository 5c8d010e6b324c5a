package dev.cascata.conformance.checks;

import dev.cascata.context.Registration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** A small tree for scenarios: a parent with two children, one of which has a child, and a tree beside it. */
final class Tree {
    final Stage stage;
    final Handle parent;
    final Handle context;
    final Handle child;
    final Handle sibling;
    final Handle other;
    final Object first;
    final Object second;
    /** What the action of a scenario made, for the expectations that follow. */
    @Nullable
    Handle made;

    @Nullable
    Probe probe;

    @Nullable
    Registration stop;

    boolean answer;

    /** Callbacks wait for {@link Stage#settle} if {@code executor} is null. */
    Tree(Stage stage, @Nullable Executor executor) {
        this.stage = stage;
        Handle root = executor == null ? stage.root() : stage.root(executor);
        parent = root.withCancel();
        context = parent.withCancel();
        child = context.withCancel();
        sibling = parent.withCancel();
        other = (executor == null ? stage.root() : stage.root(executor)).withCancel();
        first = stage.newCause("first");
        second = stage.newCause("second");
    }
}
