package dev.cascata.conformance.search;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.ThreadDump;
import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.Job;
import dev.cascata.conformance.trial.KitSubject;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import dev.cascata.conformance.trial.Subject;
import dev.cascata.conformance.trial.Trial;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs and checks one at a time, each on a thread of its own, and gives up on one that hangs. A thread that
 * hangs is left behind as a daemon; the next run starts afresh. After the first hang the library is no longer waited for
 * that long: what hangs then is no news, and decides no other rule.
 */
public final class Worker {
    /** By so much the limit is cut once it has been reached, and by so much once that has happened a few times. */
    private static final long CUT = 20;

    private static final long FURTHER_CUT = 100;
    private static final int A_FEW = 5;

    /** So often within the limit it is looked whether another operation has begun. */
    private static final int LOOKS = 10;

    private static final long LEAST_MILLIS = 100;

    private final Kit kit;
    private final long limitMillis;
    private @Nullable Consumer<String> trace;
    private @Nullable StandardOutput output;
    private volatile @Nullable Job current;
    private boolean waitedInVain;
    private int hangs;

    public Worker(Kit kit, long limitMillis) {
        this.kit = kit;
        this.limitMillis = limitMillis;
    }

    /** Whether other threads have once not done their part, however long they were waited for. */
    boolean waitedInVain() {
        return waitedInVain;
    }

    /** How often something hung. */
    int hangs() {
        return hangs;
    }

    public void traceTo(@Nullable Consumer<String> lines) {
        trace = lines;
    }

    /** To find the kit at fault as soon as it has written to standard output. */
    public void guard(StandardOutput standard) {
        output = standard;
    }

    /** The operation that is running, or ran last. */
    public String inFlight() {
        Job job = current;
        return job == null ? "background" : job.inFlight();
    }

    /** The first failure that is news to {@code ledger}, or null. Comparisons are counted in {@code ledger}. */
    @Nullable
    public Failure run(Program program, RuleCounts ledger, int patience) {
        return run(program, ledger, patience, Stack.SMALL);
    }

    /** The same on a stack that the caller chooses; what the library does in another process has one of its own. */
    @Nullable
    Failure run(Program program, RuleCounts ledger, int patience, Stack stack) {
        if (kit instanceof ProcessKit process) {
            ProcessKit.Run run = process.run(program);
            return run == null ? null : run(run::subject, program, ledger, patience, stack);
        }
        return run(() -> new KitSubject<>((ContextKit<?>) kit), program, ledger, patience, stack);
    }

    private @Nullable Failure run(
            Supplier<Subject> subject, Program program, RuleCounts ledger, int patience, Stack stack) {
        return run(ledger, stack, own -> {
            Trial trial = new Trial(subject.get(), program, own, patience);
            trial.traceTo(trace);
            return trial;
        });
    }

    /** The failure of a check, if it is news to {@code ledger}, or null. Expectations are counted in {@code ledger}. */
    @Nullable
    public Failure run(Check check, RuleCounts ledger) {
        return run(ledger, Stack.SMALL, own -> new CheckRun((ContextKit<?>) kit, check, own, limitMillis));
    }

    private long limitMillis() {
        if (hangs == 0) {
            return limitMillis;
        }
        long cut = hangs <= A_FEW ? limitMillis / CUT : limitMillis / FURTHER_CUT;
        return Math.max(cut, Math.min(limitMillis, LEAST_MILLIS));
    }

    private @Nullable Failure run(RuleCounts ledger, Stack stack, Function<RuleCounts, Job> make) {
        RuleCounts own = ledger.fork();
        AtomicReference<@Nullable Job> running = new AtomicReference<>();
        FutureTask<@Nullable Failure> task = new FutureTask<>(() -> {
            Job job = make.apply(own);
            running.set(job);
            current = job;
            return job.run();
        });
        Thread thread = stack.start("trial", task);
        try {
            Failure failure = finished(task, running);
            if (output != null) {
                output.check();
            }
            ledger.add(own);
            waitedInVain |= Objects.requireNonNull(running.get()).outOfPatience();
            return failure;
        } catch (TimeoutException hung) {
            return hung(ThreadDump.all(thread), thread, running.get(), ledger);
        } catch (ExecutionException thrown) {
            throw unwrapped(thrown.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program was running", e);
        }
    }

    /** Waits for as long as no single operation takes longer than the limit; the making of a root has the full one. */
    private @Nullable Failure finished(FutureTask<@Nullable Failure> task, AtomicReference<@Nullable Job> running)
            throws InterruptedException, ExecutionException, TimeoutException {
        long slice = Math.max(1, limitMillis() / LOOKS);
        long before = -1;
        long waited = 0;
        while (true) {
            try {
                return task.get(slice, TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                Job job = running.get();
                long now = job == null ? -1 : job.operations();
                waited = now == before ? waited + slice : 0;
                if (waited >= (job == null ? limitMillis : limitMillis())) {
                    throw late;
                }
                before = now;
            }
        }
    }

    private @Nullable Failure hung(String dump, Thread thread, @Nullable Job job, RuleCounts ledger) {
        long waited = limitMillis();
        hangs++;
        thread.interrupt();
        if (job == null) {
            throw new AdapterFault("background did not return within " + waited + " ms");
        }
        if (ledger.mutes(UseRule.USE_8)) {
            return null;
        }
        Finding finding = new Finding(
                job.inFlight(), "returns", "every operation returns", "still running after " + waited + " ms");
        return job.failure(UseRule.USE_8, finding, dump);
    }

    private static RuntimeException unwrapped(@Nullable Throwable cause) {
        if (cause instanceof AdapterFault fault) {
            return fault;
        }
        if (cause instanceof OperationThrew broken) {
            return new AdapterFault(broken.operation + " of the root threw " + broken.getCause(), broken);
        }
        return new IllegalStateException("the suite itself failed", cause);
    }
}
