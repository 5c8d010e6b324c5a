/** Runs the benchmarks on every subject and writes one page about all of them. */
@NullMarked
package dev.cascata.perf.report;

import org.jspecify.annotations.NullMarked;
