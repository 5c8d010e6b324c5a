package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;

/** How values are looked up and who can see them. */
public enum ValueRule implements Rule {
    VALUE_1(must("A lookup answers the nearest binding of the key, going from the context towards the root.")
            .from("G71")
            .by(PROGRAM, RACE)
            .needs(VALUES)
            .because("An inner part of a program rebinds a value for itself; "
                    + "with another order it would work with somebody else's.")
            .go("The same.")
            .look("The direction of the lookup, and maps that keep the first binding.")
            .example("c1 = withValue c0 k0 v0", "c2 = withValue c1 k0 v1")),
    VALUE_2(must("Keys are told apart by identity, not by name: two keys of one name have separate values.")
            .from("G72")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Two libraries that both chose the name 'user' would read one another's value.")
            .go("Near: equal values of one type are one key, so a type of one's own keeps keys apart.")
            .look("Equals and hash code of the key type, and lookups by name.")
            .example("c1 = withValue c0 k1 v1", "c2 = withValue c1 k2 v2")),
    VALUE_3(must("A null value hides the bindings further out.")
            .from("G73")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Binding null is the only way to take a value away from the work below.")
            .go("The same.")
            .look("A lookup that takes null for 'not found here' and goes on.")
            .example("c1 = withValue c0 k0 v0", "c2 = withValue c1 k0 null")),
    VALUE_4(must("A key that is bound nowhere looks up to null.")
            .from("G74")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Asking for an optional value is normal, and an exception for it would break every caller.")
            .go("The same.")
            .look("The end of the lookup, and defaults that leak from one key to another.")
            .example("c1 = withValue c0 k0 v0")),
    VALUE_5(must("A lookup passes every layer on its way: cancellable, "
                    + "deadline, value and detached ones, and foreign wrappers.")
            .from("G75")
            .by(PROGRAM)
            .needs(VALUES)
            .because("A library that adds a time limit would cut its callees off from the trace id.")
            .go("The same, and a foreign context is asked through its own lookup.")
            .look("Layers that do not hand a lookup on, and a lookup that "
                    + "jumps from one's own context to the next of one's own.")
            .example("c1 = withValue c0 k0 v0", "c2 = withCancel c1")),
    VALUE_6(must("Deriving never changes what the parent sees.")
            .from("G76")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Siblings would see one another's values.")
            .go("The same: a value is stored in the new context only.")
            .look("A map shared by parent and child.")
            .example("c1 = withValue c0 k0 v0", "c2 = withValue c1 k0 v1")),
    VALUE_7(must("Values stay readable after the context has ended.")
            .from("G25")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Clean-up and logging run after the end and need the trace id most of all.")
            .go("The same, after a cancel and after an expiry.")
            .look("Clearing a context when it ends.")
            .example("c1 = withCancel c0", "c2 = withValue c1 k0 v0", "cancel c1")),
    VALUE_8(must("A value layer has the done, the err, the cause and the deadline of its parent.")
            .from("G81")
            .by(PROGRAM, RACE)
            .needs(VALUES)
            .because("Adding a value would change when the work stops, or would hide why.")
            .go("The same: it even answers the very done channel of its parent.")
            .look("A state or a deadline of its own in the value layer.")
            .example("c1 = withCancel c0", "c2 = withValue c1 k0 v0", "cancel c1")),
    VALUE_9(must("Binding a null key is refused with an exception at the call.")
            .from("G77")
            .by(DIRECTED)
            .needs(VALUES)
            .because("A null key is always a mistake; accepted, it shows up later as a value that cannot be found.")
            .go("The same: it panics in the constructor.")
            .look("The argument check where a value is bound.")
            .example("A value is bound to a null key; the call throws, and the context is as it was."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    ValueRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
