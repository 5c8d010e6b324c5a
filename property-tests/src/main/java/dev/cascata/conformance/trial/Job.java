package dev.cascata.conformance.trial;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import org.jspecify.annotations.Nullable;

/** Drives a library on one thread, by a program or a directed check, while another thread watches. */
public interface Job {

    /** Runs to the end, or to the first failure of a rule that is not muted, and returns that failure. */
    @Nullable
    Failure run();

    /** Returns the number of operations of the library begun so far. */
    long operations();

    /** Returns the operation that is running. */
    String inFlight();

    /** Whether a wait for other threads has timed out. */
    boolean outOfPatience();

    /** Makes a failure at the step reached. */
    Failure failure(Rule rule, Finding finding, @Nullable String trace);
}
