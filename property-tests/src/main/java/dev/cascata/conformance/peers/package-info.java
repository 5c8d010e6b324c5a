/**
 * The kits of real libraries, and of the context of this project.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.peers;

import org.jspecify.annotations.NullMarked;
