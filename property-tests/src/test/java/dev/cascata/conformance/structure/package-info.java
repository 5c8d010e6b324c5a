/** Tests that hold the packages to their order and the files to their length. */
@NullMarked
package dev.cascata.conformance.structure;

import org.jspecify.annotations.NullMarked;
