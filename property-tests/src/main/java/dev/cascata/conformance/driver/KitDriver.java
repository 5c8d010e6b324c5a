package dev.cascata.conformance.driver;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.context.Environment;
import dev.cascata.context.VirtualTime;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls one kit: in fresh virtual time, with an executor that queues callbacks until {@link #settle}. Every operation is
 * counted. What an operation throws leaves as {@link OperationThrew}, or as {@link AdapterFault} if the kit is at fault.
 *
 * <p>Operations may be called from any thread. Time and {@link #settle} belong to the thread that made the driver.
 */
public final class KitDriver<C> {
    private final ContextKit<C> kit;
    private final VirtualTime time = new VirtualTime();
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Environment environment = new Environment(time, time, queue::add);
    private final AtomicLong operations = new AtomicLong();
    private volatile String inFlight = "";

    public KitDriver(ContextKit<C> kit) {
        this.kit = kit;
    }

    public ContextKit<C> kit() {
        return kit;
    }

    public VirtualTime time() {
        return time;
    }

    /** Returns the environment whose callbacks wait for {@link #settle}. */
    public Environment environment() {
        return environment;
    }

    /** Returns the operation that was begun last. */
    public String inFlight() {
        return inFlight;
    }

    /** Returns how many operations have been begun. */
    public long operations() {
        return operations.get();
    }

    public C background(Environment with) {
        return make("background", () -> kit.background(with));
    }

    public Object newKey(String name) {
        return make("newKey", () -> kit.newKey(name));
    }

    public Object newCause(String label) {
        return make("newCause", () -> kit.newCause(label));
    }

    /** Moves time on, in ticks of a millisecond, and fires the timers that are due. */
    public void advance(long ticks) {
        run("a timer that is due", () -> time.advance(Duration.ofMillis(ticks)));
    }

    /** Passes every queued task to {@code runner}, and every task that is queued meanwhile. */
    public void settle(Consumer<Runnable> runner) {
        run("settle", () -> kit.settle(environment));
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            runner.accept(task);
        }
    }

    /** Calls an operation that returns nothing. */
    public void run(String operation, Runnable code) {
        call(operation, () -> {
            code.run();
            return "";
        });
    }

    /** Calls an operation that must not return null. */
    public <T> T make(String operation, Supplier<? extends @Nullable T> code) {
        T made = this.<@Nullable T>call(operation, code);
        if (made == null) {
            throw new AdapterFault(operation + " returned null; it must return an object");
        }
        return made;
    }

    /** Calls an operation. */
    @SuppressWarnings({"CatchThrowable", "NullAway"})
    public <T extends @Nullable Object> T call(String operation, Supplier<? extends T> code) {
        inFlight = operation;
        operations.incrementAndGet();
        try {
            return code.get();
        } catch (AdapterFault | SuiteException known) {
            throw known;
        } catch (UnsupportedOperationException unsupported) {
            throw new AdapterFault(operation + " is not supported, but the kit declares the capability", unsupported);
        } catch (Throwable thrown) {
            throw new OperationThrew(operation, thrown);
        }
    }
}
