/** Contexts that carry cancellation, deadlines and values down a tree of calls. */
@NullMarked
package dev.cascata.context;

import org.jspecify.annotations.NullMarked;
