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
 * Runs programs and checks one at a time, each on a thread of its own, and gives up on one that hangs. Its thread is
 * left behind as a daemon, and the next run starts with a new one. After the first hang the limit is lower, since a
 * further hang is neither reported nor held against another rule.
 */
public final class Worker {
    /** After the first hang the limit is divided by this. */
    private static final long CUT = 20;

    /** After {@link #A_FEW} hangs the limit is divided by this. */
    private static final long FURTHER_CUT = 100;

    private static final int A_FEW = 5;

    /** The number of polls per limit for whether another operation has begun. */
    private static final int LOOKS = 10;

    private static final long LEAST_MILLIS = 100;

    private final Kit kit;
    private final long limitMillis;
    private @Nullable Consumer<String> trace;
    private @Nullable StandardOutput output;
    private volatile @Nullable Job current;
    private int waits;
    private int hangs;

    public Worker(Kit kit, long limitMillis) {
        this.kit = kit;
        this.limitMillis = limitMillis;
    }

    /** Returns the number of runs in which a wait for other threads timed out. */
    int waits() {
        return waits;
    }

    /** Returns the number of hangs. */
    int hangs() {
        return hangs;
    }

    public void traceTo(@Nullable Consumer<String> lines) {
        trace = lines;
    }

    /** Makes each run throw an {@link AdapterFault} if the kit has written to standard output. */
    public void guard(StandardOutput standard) {
        output = standard;
    }

    /** Returns the operation that is running or ran last. */
    public String inFlight() {
        Job job = current;
        return job == null ? "background" : job.inFlight();
    }

    /** Returns the first failure of a rule that {@code counts} does not mute, or null, and counts the comparisons. */
    @Nullable
    public Failure run(Program program, RuleCounts counts, int patience) {
        return run(program, counts, patience, Stack.SMALL);
    }

    /**
     * As {@link #run(Program, RuleCounts, int)}, on a stack of this size; an adapter has its own stack in its process.
     */
    @Nullable
    Failure run(Program program, RuleCounts counts, int patience, Stack stack) {
        if (kit instanceof ProcessKit process) {
            ProcessKit.Run run = process.run(program);
            return run == null ? null : run(run::subject, program, counts, patience, stack);
        }
        return run(() -> new KitSubject<>((ContextKit<?>) kit), program, counts, patience, stack);
    }

    private @Nullable Failure run(
            Supplier<Subject> subject, Program program, RuleCounts counts, int patience, Stack stack) {
        return run(counts, stack, own -> {
            Trial trial = new Trial(subject.get(), program, own, patience);
            trial.traceTo(trace);
            return trial;
        });
    }

    /** Returns the failure of a check whose rule {@code counts} does not mute, or null, and counts the expectations. */
    @Nullable
    public Failure run(Check check, RuleCounts counts) {
        return run(counts, Stack.SMALL, own -> new CheckRun((ContextKit<?>) kit, check, own, limitMillis));
    }

    private long limitMillis() {
        if (hangs == 0) {
            return limitMillis;
        }
        long cut = hangs <= A_FEW ? limitMillis / CUT : limitMillis / FURTHER_CUT;
        return Math.max(cut, Math.min(limitMillis, LEAST_MILLIS));
    }

    private @Nullable Failure run(RuleCounts counts, Stack stack, Function<RuleCounts, Job> make) {
        RuleCounts own = counts.fork();
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
            counts.add(own);
            waits += Objects.requireNonNull(running.get()).outOfPatience() ? 1 : 0;
            return failure;
        } catch (TimeoutException hung) {
            return hung(ThreadDump.all(thread), thread, running.get(), counts);
        } catch (ExecutionException thrown) {
            throw unwrapped(thrown.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a program was running", e);
        }
    }

    /** Waits as long as no single operation takes longer than the limit; making the root has the full limit. */
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

    private @Nullable Failure hung(String dump, Thread thread, @Nullable Job job, RuleCounts counts) {
        long waited = limitMillis();
        hangs++;
        thread.interrupt();
        if (job == null) {
            throw new AdapterFault("background did not return within " + waited + " ms");
        }
        if (counts.mutes(UseRule.USE_8)) {
            return null;
        }
        Finding finding = new Finding(
                job.inFlight(),
                "returns within " + waited + " ms",
                "every operation returns",
                "still running after " + waited + " ms");
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
