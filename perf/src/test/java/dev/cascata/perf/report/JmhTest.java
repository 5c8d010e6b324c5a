package dev.cascata.perf.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JmhTest {
    @Test
    void problemIsFoundInCausesAndSuppressedExceptions() {
        RuntimeException outer = new RuntimeException("Benchmark error");
        outer.addSuppressed(new RuntimeException(new StackOverflowError()));
        assertThat(Jmh.problem(outer)).isEqualTo("stack overflow");
        assertThat(Jmh.problem(new RuntimeException(new OutOfMemoryError()))).isEqualTo("out of memory");
        assertThat(Jmh.problem(new RuntimeException("first\nsecond"))).isEqualTo("first");
    }
}
