package dev.cascata.conformance.checks;

import dev.cascata.conformance.driver.KitDriver;
import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.driver.SuiteException;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.VirtualTime;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The library under test while one check runs: fresh virtual time, an executor whose tasks wait for {@link #settle},
 * and expectations. Operations may be called from any thread; the rest belongs to the thread that runs the check.
 */
public final class Stage {
    /** Runs a callback on the calling thread, within the call that ends the context. */
    static final Executor DIRECT = Runnable::run;

    private static final int LOOK_EVERY = 256;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** An expectation was not met. An empty {@code why} stands for the reason of the check. */
    public static final class Failed extends SuiteException {
        private static final long serialVersionUID = 1;
        public final String what;
        public final String expected;
        public final String why;
        public final String actual;
        public final @Nullable String trace;

        Failed(String what, String expected, String why, String actual, @Nullable String trace) {
            super(what, null);
            this.what = what;
            this.expected = expected;
            this.why = why;
            this.actual = actual;
            this.trace = trace;
        }
    }

    private final KitDriver<Object> driver;
    private final Set<Capability> declared;
    private final long limitMillis;
    private final Reports reports = new Reports();
    private final Expectations plain = new Expectations(this, "");
    private final AtomicReference<@Nullable Throwable> deferred = new AtomicReference<>();
    private final SecondThreads threads = new SecondThreads();
    private final long begun = System.nanoTime();
    private final AtomicLong expectations = new AtomicLong();

    /** {@code limitMillis}: how long another thread may take, in milliseconds, before it counts as hanging. */
    @SuppressWarnings("unchecked")
    public Stage(ContextKit<?> kit, long limitMillis) {
        this.driver = new KitDriver<>((ContextKit<Object>) kit);
        this.declared = Set.copyOf(kit.capabilities());
        this.limitMillis = limitMillis;
    }

    /** Returns the operation that was begun last. */
    public String inFlight() {
        return driver.inFlight();
    }

    /** Returns how many operations have been begun. */
    public long operations() {
        return driver.operations();
    }

    /** Returns how many expectations were met. */
    public long expectations() {
        return expectations.get();
    }

    /** Plays a scenario to its end, or to the first expectation that is not met. Threads that still run are interrupted. */
    public void play(Check.Body scenario) {
        try {
            perform(scenario);
            throwDeferred();
        } finally {
            threads.interrupt();
        }
    }

    private void perform(Check.Body scenario) {
        reports.during(() -> {
            try {
                scenario.run(this);
            } catch (RuntimeException known) {
                throw known;
            } catch (Exception e) {
                throw new IllegalStateException("the check itself failed", e);
            }
        });
    }

    /** Keeps what was thrown on another thread or in a callback. The first is thrown when the check ends. */
    void defer(Throwable thrown) {
        deferred.compareAndSet(null, thrown);
    }

    /** Throws the first exception that was deferred, if there is one. */
    void throwDeferred() {
        Throwable thrown = deferred.get();
        if (thrown instanceof RuntimeException known) {
            throw known;
        } else if (thrown != null) {
            throw new OperationThrew("a callback of the check", thrown);
        }
    }

    ContextKit<Object> kit() {
        return driver.kit();
    }

    boolean declares(Capability capability) {
        return declared.contains(capability);
    }

    long limitMillis() {
        return limitMillis;
    }

    VirtualTime time() {
        return driver.time();
    }

    SecondThreads threads() {
        return threads;
    }

    /** Returns the exceptions of callbacks and executors that were reported. */
    Reports reports() {
        return reports;
    }

    /** Makes a root whose callbacks wait for {@link #settle}. */
    Handle root() {
        return root(driver.environment());
    }

    /** Makes a root whose callbacks are passed to {@code executor}. */
    Handle root(Executor executor) {
        return root(driver.environment().withExecutor(executor));
    }

    Handle root(Environment environment) {
        return new Handle(this, environment, driver.background(environment));
    }

    /** Makes a key that is never bound. */
    Object unbound() {
        return newKey("unbound");
    }

    Object newKey(String name) {
        return driver.newKey(name);
    }

    /** Makes a cause; if the library has no causes, returns the label in its place. */
    Object newCause(String label) {
        return declares(Capability.CAUSES) ? driver.newCause(label) : label;
    }

    /** Runs every queued callback, and every callback that is queued meanwhile. What they throw is reported. */
    void settle() {
        driver.settle(reports::guard);
    }

    /** Moves time on, in ticks of a millisecond, and settles. */
    void advance(long ticks) {
        driver.advance(ticks);
        settle();
    }

    /** Returns expectations with a reason of their own: why the expected value is right, in half a sentence. */
    Expectations because(String why) {
        return new Expectations(this, why);
    }

    /** Counts an expectation that was met. */
    void met() {
        expectations.incrementAndGet();
    }

    void expect(boolean ok, String what, Object expected, @Nullable Object actual) {
        plain.expect(ok, what, expected, actual);
    }

    void expectEqual(String what, Object expected, @Nullable Object actual) {
        plain.expectEqual(what, expected, actual);
    }

    void expectNull(String what, @Nullable Object actual) {
        plain.expectNull(what, actual);
    }

    void expectDone(String what, Handle context) {
        plain.expectDone(what, context);
    }

    void expectLive(String what, Handle context) {
        plain.expectLive(what, context);
    }

    void expectCause(String what, Object cause, Handle context) {
        plain.expectCause(what, cause, context);
    }

    void expectNoDependents(String what, Handle context) {
        plain.expectNoDependents(what, context);
    }

    private void checkTime() {
        if (driver.operations() % LOOK_EVERY == 0 && System.nanoTime() - begun > LONGEST_NANOS) {
            String limit = LONGEST_NANOS / 1_000_000_000 + " s";
            throw new Failed(
                    "whether the scenario ends within " + limit,
                    "it does",
                    "its operations are quick at any size",
                    "it was still running",
                    null);
        }
    }

    /** Calls an operation that returns nothing. */
    void run(String operation, Runnable code) {
        checkTime();
        driver.run(operation, code);
    }

    /** Calls an operation that must not return null. */
    <T> T make(String operation, Supplier<? extends @Nullable T> code) {
        checkTime();
        return driver.make(operation, code);
    }

    /** Calls an operation. */
    <T extends @Nullable Object> T call(String operation, Supplier<? extends T> code) {
        checkTime();
        return driver.call(operation, code);
    }
}
