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
    /** Runs a callback on the thread and within the call that hands it over. */
    static final Executor DIRECT = Runnable::run;

    private static final int LOOK_EVERY = 256;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    /** Something was not as it has to be. */
    public static final class Failed extends SuiteException {
        private static final long serialVersionUID = 1;
        public final String what;
        public final String expected;
        public final String actual;
        public final @Nullable String trace;

        Failed(String what, String expected, String actual, @Nullable String trace) {
            super(what, null);
            this.what = what;
            this.expected = expected;
            this.actual = actual;
            this.trace = trace;
        }
    }

    private final KitDriver<Object> driver;
    private final Set<Capability> declared;
    private final long limitMillis;
    private final Reports reports = new Reports();
    private final AtomicReference<@Nullable Throwable> deferred = new AtomicReference<>();
    private final long begun = System.nanoTime();
    private final AtomicLong expectations = new AtomicLong();

    /** {@code limitMillis}: how long another thread may take, in milliseconds, before it counts as hanging. */
    @SuppressWarnings("unchecked")
    public Stage(ContextKit<?> kit, long limitMillis) {
        this.driver = new KitDriver<>((ContextKit<Object>) kit);
        this.declared = Set.copyOf(kit.capabilities());
        this.limitMillis = limitMillis;
    }

    /** The operation that is running, or ran last. */
    public String inFlight() {
        return driver.inFlight();
    }

    /** How many operations have been begun. */
    public long operations() {
        return driver.operations();
    }

    /** How many expectations were met. */
    public long expectations() {
        return expectations.get();
    }

    /** Plays a scenario to its end, or to the first thing that is not as it has to be. */
    public void play(Check.Body scenario) {
        reports.during(() -> {
            try {
                scenario.run(this);
            } catch (RuntimeException known) {
                throw known;
            } catch (Exception e) {
                throw new IllegalStateException("a check failed on its own account", e);
            }
        });
        throwDeferred();
    }

    /** Keeps what was thrown where it would go astray: the first is thrown when the check ends. */
    void defer(Throwable thrown) {
        deferred.compareAndSet(null, thrown);
    }

    /** Throws what was deferred, if anything was. */
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

    /** What was thrown by callbacks or at executors, and reached somebody. */
    Reports reports() {
        return reports;
    }

    /** A root whose callbacks wait for {@link #settle}. */
    Handle root() {
        return root(driver.environment());
    }

    /** A root whose callbacks are handed to {@code executor}. */
    Handle root(Executor executor) {
        return root(driver.environment().withExecutor(executor));
    }

    Handle root(Environment environment) {
        return new Handle(this, environment, driver.background(environment));
    }

    /** A key to which nothing is bound. */
    Object unbound() {
        return newKey("unbound");
    }

    Object newKey(String name) {
        return driver.newKey(name);
    }

    Object newCause(String label) {
        return declares(Capability.CAUSES) ? driver.newCause(label) : label;
    }

    /** Runs what is queued, and what that queues. What a callback throws is reported, as an executor does. */
    void settle() {
        driver.settle(reports::guard);
    }

    /** Moves time on, in ticks of a millisecond, and settles. */
    void advance(long ticks) {
        driver.advance(ticks);
        settle();
    }

    void expect(boolean ok, String what, Object expected, @Nullable Object actual) {
        if (!ok) {
            throw new Failed(what, String.valueOf(expected), String.valueOf(actual), null);
        }
        expectations.incrementAndGet();
    }

    void expectEqual(String what, Object expected, @Nullable Object actual) {
        expect(expected.equals(actual), what, expected, actual);
    }

    void expectDone(String what, Handle context) {
        expect(context.done(), "done of " + what, "done", "live");
    }

    void expectLive(String what, Handle context) {
        expect(!context.done(), "done of " + what, "live", "done");
    }

    /** The very cause given, where the library knows causes. */
    void expectCause(String what, Object cause, Handle context) {
        if (declares(Capability.CAUSES)) {
            Object actual = context.cause();
            expect(actual == cause, "cause of " + what, cause, actual);
        }
    }

    private void checkTime() {
        if (driver.operations() % LOOK_EVERY == 0 && System.nanoTime() - begun > LONGEST_NANOS) {
            throw new Failed(
                    "whether the scenario comes to its end",
                    "it does",
                    "not within " + LONGEST_NANOS / 1_000_000_000 + " s",
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
