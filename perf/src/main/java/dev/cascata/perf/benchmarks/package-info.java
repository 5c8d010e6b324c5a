/** The benchmarks, each over any kit. They run under plain JMH; times are those that a thread spends on an operation. */
@NullMarked
package dev.cascata.perf.benchmarks;

import org.jspecify.annotations.NullMarked;
