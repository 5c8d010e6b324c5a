/** Measures what contexts cost: the command line, and the subjects that are measured. */
@NullMarked
package dev.cascata.perf;

import org.jspecify.annotations.NullMarked;
