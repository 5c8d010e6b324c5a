/** One class for each racing path: two actors, and at times an arbiter, on one tree. */
@NullMarked
package dev.cascata.stress.races;

import org.jspecify.annotations.NullMarked;
