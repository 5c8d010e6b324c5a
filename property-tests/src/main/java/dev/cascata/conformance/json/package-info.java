/** The record of a run, as {@code conformance.json} contains it, for programs that read or extend a report. */
@NullMarked
package dev.cascata.conformance.json;

import org.jspecify.annotations.NullMarked;
