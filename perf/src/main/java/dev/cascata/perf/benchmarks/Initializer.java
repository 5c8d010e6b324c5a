package dev.cascata.perf.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Target;

/** Marks, for NullAway, a method that sets fields before any other method runs. */
@Target(ElementType.METHOD)
@interface Initializer {}
