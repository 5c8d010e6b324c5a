/**
 * Texts and files about a run: what the terminal shows, the text of a failure, the JSON report.
 *
 * <p>Not for users of the suite: may change in any release.
 */
@NullMarked
package dev.cascata.conformance.report;

import org.jspecify.annotations.NullMarked;
