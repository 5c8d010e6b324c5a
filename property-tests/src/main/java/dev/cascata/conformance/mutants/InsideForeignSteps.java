package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import org.jspecify.annotations.Nullable;

/** Steps that find the node inside a foreign context, as Go does. Mutants use that node wrongly. */
class InsideForeignSteps extends PlainSteps {
    private final Key<PlainNode> nearest = Key.named("nearest");

    InsideForeignSteps(Environment environment) {
        super(environment);
    }

    @Override
    @SuppressWarnings("unchecked")
    protected <T> @Nullable T lookUp(PlainContext context, Key<T> key) {
        if (key != nearest) {
            return super.lookUp(context, key);
        }
        return (T) (context instanceof PlainNode ? context : TreeQueries.above(context, PlainNode.class::isInstance));
    }

    /** Returns the node inside the foreign context that this context was derived from; null if there is none. */
    final @Nullable PlainNode inside(PlainContext context) {
        PlainContext adopted = TreeQueries.isForeign(context.parent)
                ? context
                : TreeQueries.above(context, l -> TreeQueries.isForeign(l.parent));
        Context foreign = adopted == null ? null : adopted.parent;
        return foreign == null ? null : foreign.value(nearest);
    }
}
