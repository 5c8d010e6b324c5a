package dev.cascata.perf.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** A method that sets fields before anything else runs; told to the checker of nulls. */
@Target(ElementType.METHOD)
@interface Initializer {}
