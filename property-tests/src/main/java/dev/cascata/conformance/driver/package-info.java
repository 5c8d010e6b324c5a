/**
 * The driver: calls a kit in virtual time, counts the operations, and sorts what the kit throws.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.driver;

import org.jspecify.annotations.NullMarked;
