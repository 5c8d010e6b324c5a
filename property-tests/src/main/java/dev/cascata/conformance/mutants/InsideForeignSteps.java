package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import org.jspecify.annotations.Nullable;

/** Steps that look for the node inside somebody else's context, as Go does, for those that ask it the wrong thing. */
class InsideWrappers extends PlainSteps {
    private final Key<PlainNode> nearest = Key.named("nearest");

    InsideWrappers(Environment environment) {
        super(environment);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
        if (key != nearest) {
            return super.lookUp(context, key);
        }
        return (T) (context instanceof PlainNode ? context : Kin.above(context, PlainNode.class::isInstance));
    }

    /** The node inside the wrapper that the context was derived from; null if there is none. */
    final @Nullable PlainNode inside(PlainContext context) {
        PlainContext adopted =
                Kin.isForeign(context.parent) ? context : Kin.above(context, l -> Kin.isForeign(l.parent));
        Context foreign = adopted == null ? null : adopted.parent;
        return foreign == null ? null : foreign.value(nearest);
    }
}
