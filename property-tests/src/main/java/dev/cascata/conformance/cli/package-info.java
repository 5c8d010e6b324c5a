/**
 * What the command lines of all modules share: flags, errors of usage, exit codes, the machine.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.cli;

import org.jspecify.annotations.NullMarked;
