/**
 * The front doors of the conformance suite: {@link dev.cascata.conformance.ConformanceTest} for JUnit and
 * {@link dev.cascata.conformance.Main} for the command line.
 */
@NullMarked
package dev.cascata.conformance;

import org.jspecify.annotations.NullMarked;
