/** Runs the races, counts their outcomes, and turns these into a verdict on each rule. */
@NullMarked
package dev.cascata.stress;

import org.jspecify.annotations.NullMarked;
