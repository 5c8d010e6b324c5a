package dev.cascata.context;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The root of a tree: binds nothing and carries the environment. Immutable. */
final class RootContext extends EndlessContext {
    static final RootContext BACKGROUND = new RootContext("background", Environment.system());
    static final RootContext TODO = new RootContext("todo", Environment.system());

    private final String name;

    RootContext(String name, Environment environment) {
        super(Ground.of(Objects.requireNonNull(environment, "environment")));
        this.name = name;
    }

    @Override
    public @Nullable Context parent() {
        return null;
    }

    @Override
    public String step() {
        return name;
    }
}
