/** The races once more, explored instead of sampled: every order of a few steps, compared with a sequential model. */
@NullMarked
package dev.cascata.stress.races;

import org.jspecify.annotations.NullMarked;
