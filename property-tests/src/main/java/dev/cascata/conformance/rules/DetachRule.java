package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DETACH;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Text.must;

/** What a detached context leaves behind and what it keeps. */
public enum DetachRule implements Rule {
    DETACH_1(must("A detached context is never done and has no err, no "
                    + "cause and no deadline, whatever its parent does.")
            .from("G82")
            .by(PROGRAM)
            .needs(DETACH)
            .because("Work that has to outlive its request, such as an audit record, would be cut off with it.")
            .go("The same.")
            .look("Which reads a detached context hands on to its parent: lookups of values only.")
            .example("c1 = withCancel c0", "c2 = withoutCancel c1", "cancel c1")),
    DETACH_2(must("A detached context keeps the values of its parent.")
            .from("G83")
            .by(PROGRAM)
            .needs(DETACH, VALUES)
            .because("The work that goes on needs the trace id and the user; otherwise a root would do.")
            .go("The same.")
            .look("The lookup in a detached context.")
            .example("c1 = withValue c0 k0 v0", "c2 = withoutCancel c1")),
    DETACH_3(must("Below a detached context a tree starts afresh: nothing above it ends it or caps its deadlines.")
            .from("G84")
            .by(PROGRAM)
            .needs(DETACH)
            .because("A child of the detached work would be cancelled with the request that it was detached from.")
            .go("The same.")
            .look("The search for the nearest cancellable ancestor, and for the "
                    + "parent's deadline: both have to stop at a detached context.")
            .example("c1 = withCancel c0", "c2 = withoutCancel c1", "c3 = withCancel c2", "cancel c1")),
    DETACH_4(must("The cause of a context below a detached one comes from events below the detached one only.")
            .from("G85")
            .by(PROGRAM)
            .needs(DETACH, CAUSES)
            .because("Work that ended on its own would be reported with "
                    + "the reason of a request it no longer belongs to.")
            .go("The same.")
            .look("A cause that is looked up through the values, past the detached context.")
            .example(
                    "c1 = withCancel c0",
                    "c2 = withoutCancel c1",
                    "c3 = withCancel c2",
                    "cancel c1 cause a",
                    "cancel c3 cause b"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    DetachRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
