/** What the exploration of plain trees needs from inside of their package. */
@NullMarked
package dev.cascata.conformance.plain;

import org.jspecify.annotations.NullMarked;
