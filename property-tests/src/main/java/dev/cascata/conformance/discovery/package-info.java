/**
 * Finds the kits of the class path and the adapters.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.discovery;

import org.jspecify.annotations.NullMarked;
