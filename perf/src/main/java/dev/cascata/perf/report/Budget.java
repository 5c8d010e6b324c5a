package dev.cascata.perf.report;

import java.time.Duration;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long each case is measured, and its time limit. */
enum Budget {
    QUICK(1, 2, 3, Duration.ofMillis(150), Duration.ofSeconds(25)),
    FULL(3, 3, 5, Duration.ofMillis(250), Duration.ofMinutes(3));

    final int forks;
    private final int warmups;
    final int iterations;
    final Duration time;
    final Duration limit;

    Budget(int forks, int warmups, int iterations, Duration time, Duration limit) {
        this.forks = forks;
        this.warmups = warmups;
        this.iterations = iterations;
        this.time = time;
        this.limit = limit;
    }

    void applyTo(ChainedOptionsBuilder options, Benchmark benchmark) {
        options.forks(forks);
        if (!benchmark.singleShot()) {
            TimeValue each = TimeValue.milliseconds(time.toMillis());
            options.warmupIterations(warmups).warmupTime(each);
            options.measurementIterations(iterations).measurementTime(each);
        }
    }
}
