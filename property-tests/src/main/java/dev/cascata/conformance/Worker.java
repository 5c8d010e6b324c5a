package dev.cascata.conformance;

import dev.cascata.conformance.Ledger.Finding;
import dev.cascata.conformance.rules.UseRule;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs trials one at a time, each on a thread of its own with a small stack, and gives up on one that hangs. A thread
 * that hangs is left behind as a daemon; the next trial starts afresh.
 */
final class Worker {
    private static final long STACK_BYTES = 256 * 1024;

    private final ContextKit<?> kit;
    private final long limitMillis;
    private @Nullable Consumer<String> trace;
    private boolean waitedInVain;

    Worker(ContextKit<?> kit, long limitMillis) {
        this.kit = kit;
        this.limitMillis = limitMillis;
    }

    /** Whether other threads have once not done their part, however long they were waited for. */
    boolean waitedInVain() {
        return waitedInVain;
    }

    void traceTo(@Nullable Consumer<String> lines) {
        trace = lines;
    }

    /** The first failure that is news to {@code ledger}, or null. Comparisons are counted in {@code ledger}. */
    @Nullable
    Failure run(Program program, Ledger ledger, int patience) {
        Ledger own = ledger.fork();
        AtomicReference<@Nullable Trial> running = new AtomicReference<>();
        FutureTask<@Nullable Failure> task = new FutureTask<>(() -> {
            Trial trial = new Trial(kit, program, own, patience);
            trial.traceTo(trace);
            running.set(trial);
            return trial.run();
        });
        Thread thread = new Thread(null, task, "trial", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            Failure failure = finished(task, running);
            ledger.add(own);
            waitedInVain |= Objects.requireNonNull(running.get()).outOfPatience();
            return failure;
        } catch (TimeoutException hung) {
            return hung(thread, running.get(), ledger);
        } catch (ExecutionException thrown) {
            throw unwrapped(thrown.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program was running", e);
        }
    }

    /** Waits for as long as no single operation takes longer than the limit. */
    private @Nullable Failure finished(FutureTask<@Nullable Failure> task, AtomicReference<@Nullable Trial> running)
            throws InterruptedException, ExecutionException, TimeoutException {
        long before = -1;
        while (true) {
            try {
                return task.get(limitMillis, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                Trial trial = running.get();
                if (trial == null || trial.operations() == before) {
                    throw late;
                }
                before = trial.operations();
            }
        }
    }

    private @Nullable Failure hung(Thread thread, @Nullable Trial trial, Ledger ledger) {
        String stack =
                Arrays.stream(thread.getStackTrace()).map(f -> "\tat " + f).collect(Collectors.joining("\n"));
        thread.interrupt();
        if (trial == null) {
            throw new AdapterFault("background did not return within " + limitMillis + " ms");
        }
        if (ledger.mutes(UseRule.USE_8)) {
            return null;
        }
        Finding finding = new Finding(
                trial.inFlight(), "returns", "every operation returns", "still running after " + limitMillis + " ms");
        return trial.failure(UseRule.USE_8, finding, stack);
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof AdapterFault fault) {
            return fault;
        }
        if (cause instanceof Subject.Broken broken) {
            return new AdapterFault(broken.operation + " of the root threw " + broken.getCause(), broken);
        }
        return new IllegalStateException("the suite itself failed", cause);
    }
}
