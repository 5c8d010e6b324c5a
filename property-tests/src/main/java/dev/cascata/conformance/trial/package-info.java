/**
 * One trial: a program is run on the model and on the library, and everything that can be read is compared.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.trial;

import org.jspecify.annotations.NullMarked;
