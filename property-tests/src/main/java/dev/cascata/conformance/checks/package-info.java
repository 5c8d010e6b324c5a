/**
 * The directed checks: small named scenarios, trees of a million contexts, and counts of what is left behind.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.checks;

import org.jspecify.annotations.NullMarked;
