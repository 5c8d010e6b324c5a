package dev.cascata.conformance.trial;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import org.jspecify.annotations.Nullable;

/** Something that drives a library on one thread: a program or a directed check. Watched from another thread. */
public interface Job {

    /** Runs to the end or to the first failure that is news, and answers that. */
    @Nullable
    Failure run();

    /** How many operations of the library have been begun. */
    long operations();

    /** The operation that is running. */
    String inFlight();

    /** Whether other threads have not done their part, however often it was looked. */
    boolean outOfPatience();

    /** A failure at the point reached. */
    Failure failure(Rule rule, Finding finding, @Nullable String trace);
}
