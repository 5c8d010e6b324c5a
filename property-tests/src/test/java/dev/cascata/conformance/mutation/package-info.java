/** Compares what survives mutation testing with the list of excused changes. */
@NullMarked
package dev.cascata.conformance.mutation;

import org.jspecify.annotations.NullMarked;
