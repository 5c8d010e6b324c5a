/**
 * One run over one kit: programs, checks and known failures become a verdict for each rule.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.suite;

import org.jspecify.annotations.NullMarked;
