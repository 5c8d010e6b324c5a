/**
 * The search for failures: many trials, each in a thread that may hang, and the shrinking of what fails.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.search;

import org.jspecify.annotations.NullMarked;
