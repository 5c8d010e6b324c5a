/** Test vectors: programs with the recorded replies of Go, and the tools that record and replay them. */
@NullMarked
package dev.cascata.conformance.vectors;

import org.jspecify.annotations.NullMarked;
