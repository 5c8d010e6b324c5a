/** The directed checks: small named scenarios, trees of a million contexts, and counts before and after. */
@NullMarked
package dev.cascata.conformance.checks;

import org.jspecify.annotations.NullMarked;
