/** What the exploration of plain trees needs from inside of their package. */
@NullMarked
package dev.cascata.conformance.mutants;

import org.jspecify.annotations.NullMarked;
