package dev.cascata.perf.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How a benchmark is measured unless the command line says otherwise. The heap is there from the start, and its young
 * generation holds a million of anything: what is measured is the context, as little as can be of the collector, and
 * no page that the system hands out for the first time. Cards are marked only where they are not, as the default
 * collector does in its own way: else two threads that link to one old object fight for its card, and that is measured.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 3,
        jvmArgsAppend = {
            "-Xms2g",
            "-Xmx2g",
            "-Xmn1400m",
            "-XX:+UseParallelGC",
            "-XX:+UseCondCardMark",
            "-XX:+AlwaysPreTouch"
        })
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public abstract class Settings {}
