package dev.cascata.context;

/** Keeps the values of its parent and nothing else: a tree starts afresh below it. Immutable. */
final class DetachedContext extends EndlessContext {
    private final Context parent;

    DetachedContext(Context parent) {
        super(Values.of(parent));
        this.parent = parent;
    }

    @Override
    public Context parent() {
        return parent;
    }

    @Override
    public String step() {
        return "withoutCancel";
    }
}
