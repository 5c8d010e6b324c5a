/** Test vectors: what Go answered to programs, recorded and replayed. */
@NullMarked
package dev.cascata.conformance.vectors;

import org.jspecify.annotations.NullMarked;
