package dev.cascata.conformance.rules;

import java.util.List;
import java.util.Optional;

/**
 * The observations that are no rule, each with the reason. A permission cannot be broken, Go's wording binds nobody
 * else, and what the language makes impossible needs no check.
 */
public final class NotRules {
    private static final List<NotRule> ALL = List.of(
            not("G1", "Roots are not null: a null root is a fault of the adapter and is reported as one."),
            not("G6", "The names that roots print are Go's wording; USE_3 asks for a printed path of derivation."),
            not("G24", "The order in which a walk visits siblings is left open, and a permission cannot be broken."),
            not("G27", "Contexts that ended early may share one done: a permission; ERR_8 asks for what callers need."),
            not("G35", "The two extra answers of the deadline error belong to Go's interface for network errors."),
            not("G36", "The texts of the two errors are Go's wording."),
            not("G50", "A known imprecision in Go's search for a cause; CAUSE_13 asks for the exact answer."),
            not("G53", "That a read of the cause may wait for a walk is a permission; SCALE_3 asks for more."),
            not("G59", "That an expiry may be late is a permission; on virtual time DEADLINE_17 allows no delay."),
            not("G78", "Keys that cannot be compared do not exist: every Java object has an identity."),
            not("G79", "Keys whose content cannot be compared do not exist: keys are compared by identity."),
            not("G86", "The suffix that a detached context prints is Go's wording; USE_3 asks for the path."),
            not("G87", "A null parent cannot be given: contexts are derived from a parent, never from its absence."),
            not("G127", "A null parent cannot be given, in no constructor: no step of a program could express it."),
            not("G128", "Without null parents there is no order of argument checks that a caller could observe."),
            not("G130", "Which constructors share a printed name is Go's wording."),
            not("G131", "The wording of the remaining time is Go's; that no changing state is printed is USE_2."),
            not("G134", "The internal type name that shows below a parent with a hook is a quirk of Go's printing."),
            not(
                    "G136",
                    "Numbers of allocations are a matter for benchmarks, and Go's figures are those of its runtime."),
            not("G139", "That sets are made only when needed cannot be observed; benchmarks measure the memory."));

    private NotRules() {}

    /**
     * One observation that is no rule.
     *
     * @param observation its id
     * @param reason why it is no rule
     */
    public record NotRule(String observation, String reason) {}

    /** Every observation that is no rule, in the order of the ids. */
    public static List<NotRule> all() {
        return ALL;
    }

    /** The reason why this observation is no rule; empty if it is one. */
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
