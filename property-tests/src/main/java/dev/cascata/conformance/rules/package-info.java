/** The catalogue of rules. */
@NullMarked
package dev.cascata.conformance.rules;

import org.jspecify.annotations.NullMarked;
