/** Tests of the runner: its counts, its verdicts and its messages. */
@NullMarked
package dev.cascata.stress;

import org.jspecify.annotations.NullMarked;
