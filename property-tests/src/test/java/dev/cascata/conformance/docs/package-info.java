/** Tests that hold README, pages and comments to the code and to plain English. */
@NullMarked
package dev.cascata.conformance.docs;

import org.jspecify.annotations.NullMarked;
