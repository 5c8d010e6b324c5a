/**
 * The port: what an author writes so that the suite can drive a library.
 */
@NullMarked
package dev.cascata.conformance.kit;

import org.jspecify.annotations.NullMarked;
