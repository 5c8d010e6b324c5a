/**
 * What you implement so that the suite can judge a library. Begin with {@link dev.cascata.conformance.kit.ContextKit}.
 */
@NullMarked
package dev.cascata.conformance.kit;

import org.jspecify.annotations.NullMarked;
