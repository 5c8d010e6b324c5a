package dev.cascata.conformance.rules;

import java.util.List;
import java.util.Set;

/**
 * One sentence that a context has to keep, with everything that explains a failure of it. The constants of the enums
 * below are the catalogue; an id is a word and a number and is never reused.
 */
public sealed interface Rule
        permits RootRule,
                CancelRule,
                ErrRule,
                CauseRule,
                DeadlineRule,
                ValueRule,
                DetachRule,
                CallbackRule,
                ForeignRule,
                LinkRule,
                MergeRule,
                CallRule,
                ScaleRule,
                WaitRule,
                UseRule {

    /** The id: a word and a number, {@code CANCEL_3}. */
    String name();

    /** The texts and properties of the rule. */
    Text text();

    default String id() {
        return name();
    }

    default Strength strength() {
        return text().strength();
    }

    /** The rule itself. */
    default String sentence() {
        return text().sentence();
    }

    /** The capabilities without which the rule does not apply. */
    default Set<Capability> needs() {
        return text().needs();
    }

    /** The kinds of check that decide the rule. */
    default Set<Evidence> evidence() {
        return text().evidence();
    }

    /** The observations behind the rule: {@code G17} of Go's context, {@code R5} of its peers. */
    default List<String> sources() {
        return text().sources();
    }

    /** Returns true if the rule applies to a kit that declares these capabilities. */
    default boolean applies(Set<Capability> declared) {
        Set<Capability> oneOf = text().oneOf();
        return declared.containsAll(needs())
                && (oneOf.isEmpty() || declared.stream().anyMatch(oneOf::contains))
                && declared.stream().noneMatch(text().unless()::contains);
    }
}
