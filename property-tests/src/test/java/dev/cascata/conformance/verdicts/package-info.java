/** The verdicts on all kits and adapters that come with the suite. */
@NullMarked
package dev.cascata.conformance.verdicts;

import org.jspecify.annotations.NullMarked;
