/**
 * Random programs, drawn by jqwik.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.generator;

import org.jspecify.annotations.NullMarked;
