/** A second, deliberately simple implementation of the context, whose every step can be replaced. */
@NullMarked
package dev.cascata.conformance.mutants;

import org.jspecify.annotations.NullMarked;
