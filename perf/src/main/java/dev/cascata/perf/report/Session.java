package dev.cascata.perf.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Measures one case after the other and keeps the results. */
final class Session {
    private final Budget budget;
    private final Jmh jmh;
    private final @Nullable GoTool go;
    private final List<Result> results = new ArrayList<>();
    private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "time limit");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopped;

    Session(Budget budget, Jmh jmh, @Nullable GoTool go) {
        this.budget = budget;
        this.jmh = jmh;
        this.go = go;
    }

    /** Measures until all is done or {@link #stop} is called. */
    void run(List<Plan.Step> steps, PrintStream out) {
        try (Progress progress = new Progress(out, steps.size())) {
            for (Plan.Step step : steps) {
                progress.begin(step.what());
                Result result = result(step);
                if (stopped) {
                    return;
                }
                keep(result);
                progress.end();
            }
        }
    }

    private Result result(Plan.Step step) {
        String lacking = step.lacking();
        if (!lacking.isEmpty()) {
            return Result.problem(step.what(), lacking);
        }
        return go != null && step.what().subject().equals(Plan.GO) ? go.measure(step.what()) : limited(step);
    }

    /** Kills the JVM at the time limit, since JMH would wait for it without a limit. */
    private Result limited(Plan.Step step) {
        Future<?> end = alarm.schedule(Session::killChildren, budget.limit.toMillis(), TimeUnit.MILLISECONDS);
        Result result = jmh.measure(step);
        boolean late = !end.cancel(false);
        return late && !result.measured()
                ? Result.problem(step.what(), "not done within " + budget.limit.toSeconds() + " s")
                : result;
    }

    private static void killChildren() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    private synchronized void keep(Result result) {
        results.add(result);
    }

    /** Kills the current measurement and starts no other. */
    void stop() {
        stopped = true;
        killChildren();
    }

    synchronized List<Result> results() {
        return List.copyOf(results);
    }
}
