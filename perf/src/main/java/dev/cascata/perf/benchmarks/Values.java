package dev.cascata.perf.benchmarks;

import static dev.cascata.conformance.rules.Capability.VALUES;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/**
 * Looks up a value, such as the current user or trace, that is bound in the outermost of several layers of values; and
 * looks up a key that is not bound.
 */
@Needs(VALUES)
public class Values extends KitState {
    @Param({"1", "10", "100", "1000"})
    public int layers;

    private Object outermost;
    private Object unbound;
    private Object context;

    @Override
    void prepare() {
        outermost = kit.newKey("outermost");
        unbound = kit.newKey("unbound");
        context = kit.withValue(root(), outermost, "value", environment);
        for (int layer = 1; layer < layers; layer++) {
            context = kit.withValue(context, kit.newKey("key " + layer), "value " + layer, environment);
        }
    }

    @Benchmark
    public @Nullable Object hit() {
        return kit.value(context, outermost);
    }

    @Benchmark
    public @Nullable Object miss() {
        return kit.value(context, unbound);
    }
}
