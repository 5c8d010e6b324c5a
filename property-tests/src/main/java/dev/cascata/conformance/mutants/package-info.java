/**
 * The mutants: plain contexts with one step broken, which prove that the suite finds the bug.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.mutants;

import org.jspecify.annotations.NullMarked;
