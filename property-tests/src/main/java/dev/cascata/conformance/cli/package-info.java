/**
 * What the command lines of all modules share: errors of usage, exit codes, sentences.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.cli;

import org.jspecify.annotations.NullMarked;
