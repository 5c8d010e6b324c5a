/**
 * Known failures of a kit: the file that names them, read and written.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.known;

import org.jspecify.annotations.NullMarked;
