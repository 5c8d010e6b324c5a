/**
 * A second context, correct and deliberately simple, which the mutants break.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.plain;

import org.jspecify.annotations.NullMarked;
