package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DETACH;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Text.must;

/** What a detached context keeps of its parent, and what it does not. */
public enum DetachRule implements Rule {
    DETACH_1(must("A detached context is never done and has no err, no cause and no deadline, independent of its "
                    + "parent.")
            .from("G82")
            .by(PROGRAM)
            .needs(DETACH)
            .because("Work that has to outlive its request, such as writing an audit record, must not end with the "
                    + "request or at its deadline.")
            .go("The same.")
            .look("Which reads a detached context passes on to its parent: only lookups of values.")
            .example("c1 = withCancel c0", "c2 = withoutCancel c1", "cancel c1")),
    DETACH_2(must("A detached context keeps the values of its parent.")
            .from("G83")
            .by(PROGRAM)
            .needs(DETACH, VALUES)
            .because("The work that continues needs the trace id and the user. Without them, a root would serve as "
                    + "well.")
            .go("The same.")
            .look("The lookup in a detached context.")
            .example("c1 = withValue c0 k0 v0", "c2 = withoutCancel c1")),
    DETACH_3(must("A detached context starts a new tree: nothing above it ends its descendants or limits their "
                    + "deadlines.")
            .from("G84")
            .by(PROGRAM)
            .needs(DETACH)
            .because("Otherwise a child of the detached work would be cancelled with the request that the work was "
                    + "detached from.")
            .go("The same.")
            .look("The search for the nearest cancellable ancestor, and for the deadline of the parent: both have to "
                    + "stop at a detached context.")
            .example("c1 = withCancel c0", "c2 = withoutCancel c1", "c3 = withCancel c2", "cancel c1")),
    DETACH_4(must("The cause of a context below a detached context comes only from events below the detached context.")
            .from("G85")
            .by(PROGRAM)
            .needs(DETACH, CAUSES)
            .because("Otherwise work that ended by itself would be reported with the reason of a request that it no "
                    + "longer belongs to.")
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
