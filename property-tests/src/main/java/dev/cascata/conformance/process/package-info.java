/**
 * The line protocol: how the suite drives a library in a process of its own, in any language.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.process;

import org.jspecify.annotations.NullMarked;
