/** The races: what runs them, counts what was seen, and grades it by rule. */
@NullMarked
package dev.cascata.stress;

import org.jspecify.annotations.NullMarked;
