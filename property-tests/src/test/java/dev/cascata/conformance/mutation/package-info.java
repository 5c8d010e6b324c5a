/** Compares the survivors of mutation testing with the list of excuses. */
@NullMarked
package dev.cascata.conformance.mutation;

import org.jspecify.annotations.NullMarked;
