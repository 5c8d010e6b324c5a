package dev.cascata.perf;

import static dev.cascata.conformance.rules.Capability.*;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The floor: the memory traffic that any implementation of an operation needs, without a context. It allocates, links
 * and sets one word per node. It puts a timer into a slot of a wheel that never turns, and finds a value by the index in
 * its key. It follows none of the rules and works on one thread only. It is measured, never judged.
 */
public final class FloorKit implements ContextKit<FloorNode> {
    /** A key: the index of its value. */
    private record FloorKey(int index) {}

    /** A node that is also in a slot of the wheel. */
    private static final class Timed extends FloorNode {
        final long due;
        private final FloorNode entry = new FloorNode(null);

        Timed(FloorNode parent, long due) {
            super(parent);
            this.due = due;
            slot().add(entry);
        }

        private FloorNode slot() {
            return WHEEL[(int) (due >>> 20) & (WHEEL.length - 1)];
        }

        @Override
        boolean end() {
            boolean first = super.end();
            if (first) {
                slot().remove(entry);
            }
            return first;
        }
    }

    private static final FloorNode[] WHEEL = new FloorNode[1 << 12];

    static {
        Arrays.setAll(WHEEL, slot -> new FloorNode(null));
    }

    private final AtomicInteger keys = new AtomicInteger();

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(CANCEL_RESULT, CAUSES, DEADLINES, VALUES, DETACH, CALLBACKS, STOP_RESULT, BLOCKING_WAIT, EAGER);
    }

    @Override
    public FloorNode background(Environment environment) {
        return new FloorNode.Root();
    }

    @Override
    public FloorNode withCancel(FloorNode parent, Environment environment) {
        return new FloorNode(parent).linked();
    }

    @Override
    public boolean cancel(FloorNode node) {
        return node.end();
    }

    @Override
    public boolean done(FloorNode node) {
        return node.done();
    }

    @Override
    public @Nullable Object cause(FloorNode node) {
        return err(node);
    }

    @Override
    public FloorNode withTimeout(FloorNode parent, Duration timeout, @Nullable Object cause, Environment environment) {
        return new Timed(parent, environment.time().nanos() + timeout.toNanos()).linked();
    }

    @Override
    public OptionalLong deadline(FloorNode node, Environment environment) {
        return node instanceof Timed timed ? OptionalLong.of(timed.due) : OptionalLong.empty();
    }

    @Override
    public FloorNode withValue(FloorNode parent, Object key, @Nullable Object value, Environment environment) {
        FloorNode node = new FloorNode(null);
        int index = ((FloorKey) key).index;
        node.values = Arrays.copyOf(parent.values, Math.max(index + 1, parent.values.length));
        node.values[index] = value;
        return node;
    }

    @Override
    public @Nullable Object value(FloorNode node, Object key) {
        int index = ((FloorKey) key).index;
        return index < node.values.length ? node.values[index] : null;
    }

    @Override
    public Object newKey(String name) {
        return new FloorKey(keys.getAndIncrement());
    }

    @Override
    public FloorNode withoutCancel(FloorNode parent, Environment environment) {
        return new FloorNode(null);
    }

    @Override
    public Registration afterFunc(FloorNode node, Runnable callback, Environment environment) {
        return new FloorNode(node).linked();
    }

    @Override
    public void await(FloorNode node) {
        FloorNode waiting = new FloorNode(node);
        waiting.waiter = Thread.currentThread();
        synchronized (node) {
            node.add(waiting);
        }
        while (!waiting.done()) {
            LockSupport.park(this);
        }
    }
}
