package dev.cascata.conformance.kit;

import dev.cascata.conformance.rules.Rule;
import java.util.List;

/**
 * The options of a run.
 *
 * @param seed determines the random programs
 * @param programs how many random programs are run
 * @param rules the rules to judge; all if empty
 * @param trace whether to print every step, and what was read after it
 * @param limitMillis how long one operation may take, in milliseconds, before it counts as hanging
 */
public record Options(long seed, int programs, List<Rule> rules, boolean trace, long limitMillis) {
    /** Enough programs to test many times every rule that programs can test. */
    public static final int DEFAULT_PROGRAMS = 2000;

    public static final long DEFAULT_SEED = 20261122;
    public static final long DEFAULT_LIMIT_MILLIS = 10_000;

    public Options {
        rules = List.copyOf(rules);
    }

    public static Options defaults() {
        return new Options(DEFAULT_SEED, DEFAULT_PROGRAMS, List.of(), false, DEFAULT_LIMIT_MILLIS);
    }

    /** Returns whether the rule is to be judged. */
    public boolean asks(Rule rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /** Returns whether the run is long enough that every applicable rule must have been tested. */
    public boolean full() {
        return rules.isEmpty() && programs >= DEFAULT_PROGRAMS;
    }
}
