/** The conformance suite: catalogue, model, programs, verdicts, reports. */
@NullMarked
package dev.cascata.conformance;

import org.jspecify.annotations.NullMarked;
