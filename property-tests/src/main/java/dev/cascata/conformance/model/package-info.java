/**
 * The model: what a correct context does after every step of a program.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.model;

import org.jspecify.annotations.NullMarked;
