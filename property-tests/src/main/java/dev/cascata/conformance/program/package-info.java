/**
 * Programs: the steps that a library is put through, their text, their parts.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.program;

import org.jspecify.annotations.NullMarked;
