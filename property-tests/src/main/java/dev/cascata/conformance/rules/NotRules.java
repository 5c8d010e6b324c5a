package dev.cascata.conformance.rules;

import java.util.List;
import java.util.Optional;

/**
 * The observations that are no rule, each with the reason. A permission cannot be broken, Go's wording binds only Go,
 * and what the language makes impossible needs no check.
 */
public final class NotRules {
    private static final List<NotRule> ALL = List.of(
            not("G1", "Roots are not null: a null root is a fault of the adapter and is reported as one."),
            not("G6", "The names that roots print are Go's wording; USE_3 asks for a printed path of derivation."),
            not("G24", "The order in which a walk visits siblings is free, and a permission cannot be broken."),
            not("G27", "Contexts that ended early may share one done: a permission; ERR_8 asks for what callers need."),
            not("G35", "The two extra methods of the deadline error belong to Go's interface for network errors."),
            not("G36", "The texts of the two errors are Go's wording."),
            not("G50", "A known imprecision in Go's search for a cause; CAUSE_13 asks for the exact cause."),
            not("G53", "A read of the cause may wait for a walk: a permission; SCALE_3 asks for more."),
            not("G59", "An expiry may be late: a permission; on virtual time DEADLINE_17 allows no delay."),
            not("G78", "Keys that cannot be compared do not exist: every Java object has an identity."),
            not("G79", "Keys whose content cannot be compared do not exist: keys are compared by identity."),
            not("G86", "The suffix that a detached context prints is Go's wording; USE_3 asks for the path."),
            not("G87", "A null parent cannot be given: contexts are derived by a method of the parent."),
            not("G127", "A null parent cannot be given: no step of a program can express it."),
            not("G128", "Without null parents there is no order of argument checks that a caller could observe."),
            not("G130", "Which constructors share a printed name is Go's wording."),
            not("G131", "The wording of the remaining time is Go's; USE_2 asks that no changing state is printed."),
            not("G134", "The internal type name that shows below a parent with a hook is a quirk of Go's printing."),
            not(
                    "G136",
                    "The number of allocations is a matter for benchmarks, and Go's figures depend on its runtime."),
            not("G139", "Sets are made only when needed: this cannot be observed; benchmarks measure the memory."));

    private NotRules() {}

    /**
     * One observation without a rule.
     *
     * @param observation its id
     * @param reason why there is none
     */
    public record NotRule(String observation, String reason) {}

    /** Returns every observation without a rule, in the order of the ids. */
    public static List<NotRule> all() {
        return ALL;
    }

    /** Returns why this observation has no rule; empty if it has one. */
    public static Optional<String> reason(String observation) {
        return ALL.stream()
                .filter(entry -> entry.observation().equals(observation))
                .map(NotRule::reason)
                .findFirst();
    }

    private static NotRule not(String observation, String reason) {
        return new NotRule(observation, reason);
    }
}
