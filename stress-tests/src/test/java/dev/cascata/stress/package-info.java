/** Tests of the runner: what it counts, how it grades, and what it tells its user. */
@NullMarked
package dev.cascata.stress;

import org.jspecify.annotations.NullMarked;
