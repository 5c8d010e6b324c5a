/** Kits of real libraries, our own reference among them. */
@NullMarked
package dev.cascata.conformance.peers;

import org.jspecify.annotations.NullMarked;
