package dev.cascata.conformance.checks;

import dev.cascata.conformance.kit.AdapterFault;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.WeakReference;
import java.util.Collection;

/** Collections of the heap. */
final class Heap {
    private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
    private static final int ROUNDS = 20;

    private Heap() {}

    /** Collects the heap until an object that was just dropped is gone. */
    static void collect(Stage stage) {
        WeakReference<Object> dropped = new WeakReference<>(new Object());
        for (int i = 0; i < ROUNDS && dropped.get() != null; i++) {
            collectOnce(stage);
        }
        if (dropped.get() != null) {
            throw new AdapterFault("System.gc() has no effect in this JVM; start it without -XX:+DisableExplicitGC");
        }
    }

    /** Returns how many of these objects are still in memory after a collection. */
    static int left(Stage stage, Collection<WeakReference<Object>> dropped) {
        collect(stage);
        int left = held(dropped);
        for (int i = 0; i < ROUNDS && left > 0; i++) {
            collectOnce(stage);
            left = held(dropped);
        }
        return left;
    }

    /** Collects in an operation of its own, because the time of a collection is not the time of the library. */
    private static void collectOnce(Stage stage) {
        stage.run("a collection of the heap", System::gc);
    }

    private static int held(Collection<WeakReference<Object>> dropped) {
        return (int) dropped.stream().filter(r -> r.get() != null).count();
    }

    /** Returns the bytes in use after a collection. */
    static long used(Stage stage) {
        collect(stage);
        return MEMORY.getHeapMemoryUsage().getUsed();
    }
}
