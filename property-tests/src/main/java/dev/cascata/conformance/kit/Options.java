package dev.cascata.conformance.kit;

import dev.cascata.conformance.rules.Rule;
import java.util.List;

/**
 * What a run is asked for.
 *
 * @param seed decides the random programs
 * @param programs how many random programs are run
 * @param rules the rules that are asked about; all if empty
 * @param trace whether every step and what was read after it is told
 * @param limitMillis how long one operation may take, in milliseconds, before it counts as hanging
 */
public record Options(long seed, int programs, List<Rule> rules, boolean trace, long limitMillis) {
    /** Enough programs to put every rule that programs can decide to the test many times. */
    public static final int DEFAULT_PROGRAMS = 2000;

    public static final long DEFAULT_SEED = 20261122;
    public static final long DEFAULT_LIMIT_MILLIS = 10_000;

    public Options {
        rules = List.copyOf(rules);
    }

    public static Options defaults() {
        return new Options(DEFAULT_SEED, DEFAULT_PROGRAMS, List.of(), false, DEFAULT_LIMIT_MILLIS);
    }

    public boolean asks(Rule rule) {
        return rules.isEmpty() || rules.contains(rule);
    }

    /** Whether the run is long and wide enough for a rule that was never put to the test to be a fault. */
    public boolean full() {
        return rules.isEmpty() && programs >= DEFAULT_PROGRAMS;
    }
}
