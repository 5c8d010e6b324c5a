/** Runs the benchmarks on every subject and writes one report about them. */
@NullMarked
package dev.cascata.perf.report;

import org.jspecify.annotations.NullMarked;
