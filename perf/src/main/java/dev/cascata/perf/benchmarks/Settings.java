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
 * The settings of a benchmark unless the command line gives others. They keep the cost of the memory system small: the
 * heap is allocated and touched at the start, and its young generation has room for a million contexts. A card is only
 * marked if it is not marked yet; otherwise two threads that link to one old object would contend for its card.
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
