/** The races, nested by family. Each has two actors, and some have an arbiter that reads after both. */
@NullMarked
package dev.cascata.stress.races;

import org.jspecify.annotations.NullMarked;
