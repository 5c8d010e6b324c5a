/** The benchmarks, each on any kit. They run under plain JMH. A time is what one thread spends on one operation. */
@NullMarked
package dev.cascata.perf.benchmarks;

import org.jspecify.annotations.NullMarked;
