/** The line protocol: how the suite drives a library that lives in a process of its own, in whatever language. */
@NullMarked
package dev.cascata.conformance.process;

import org.jspecify.annotations.NullMarked;
