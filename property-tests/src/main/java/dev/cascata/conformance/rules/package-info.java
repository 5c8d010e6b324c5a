/** The catalogue of rules: what a context has to do, why, and what Go does. */
@NullMarked
package dev.cascata.conformance.rules;

import org.jspecify.annotations.NullMarked;
