package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;

/** How values are looked up, and which contexts have them. */
public enum ValueRule implements Rule {
    VALUE_1(must("A lookup returns the nearest binding of the key, on the way from the context to the root.")
            .from("G71")
            .by(PROGRAM, RACE)
            .needs(VALUES)
            .because("An inner part of a program binds a value again for itself. With another order it would use the "
                    + "value of its caller.")
            .go("The same.")
            .look("The direction of the lookup, and maps that keep the first binding.")
            .example("c1 = withValue c0 k0 v0", "c2 = withValue c1 k0 v1")),
    VALUE_2(must("Keys differ by identity, not by name: two keys of one name have separate values.")
            .from("G72")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Otherwise two libraries that both chose the name 'user' would read each other's value.")
            .go("The same for keys of different types; two equal keys of one type are one key.")
            .look("The equals and hashCode of the key type, and lookups by name.")
            .example("c1 = withValue c0 k1 v1", "c2 = withValue c1 k2 v2")),
    VALUE_3(must("A null value hides the outer bindings of its key.")
            .from("G73")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Binding null is the only way to hide a value from the work below.")
            .go("The same.")
            .look("A lookup that treats null as 'not found here' and continues.")
            .example("c1 = withValue c0 k0 v0", "c2 = withValue c1 k0 null")),
    VALUE_4(must("A lookup of a key that is bound nowhere returns null.")
            .from("G74")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Reading an optional value is normal, and an exception for it would break every caller.")
            .go("The same.")
            .look("The end of the lookup, and defaults that leak from one key to another.")
            .example("c1 = withValue c0 k0 v0")),
    VALUE_5(must("A lookup passes through every layer on its way: cancellable, deadline, value, detached and foreign "
                    + "contexts.")
            .from("G75")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Otherwise a library that adds a time limit would hide the trace id from its callees.")
            .go("The same, and a foreign context is asked through its own lookup method.")
            .look("Layers that do not pass a lookup on, and a lookup that jumps from one built-in context to the "
                    + "next.")
            .example("c1 = withValue c0 k0 v0", "c2 = withCancel c1")),
    VALUE_6(must("Deriving a context never changes the values of its parent.")
            .from("G76")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Otherwise siblings would see each other's values.")
            .go("The same: a value is stored in the new context only.")
            .look("A map that parent and child share.")
            .example("c1 = withValue c0 k0 v0", "c2 = withValue c1 k0 v1")),
    VALUE_7(must("Values stay readable after the context has ended.")
            .from("G25")
            .by(PROGRAM)
            .needs(VALUES)
            .because("Cleanup and logging run after the end and need the trace id most of all.")
            .go("The same, after a cancel and after an expiry.")
            .look("Code that clears a context when it ends.")
            .example("c1 = withCancel c0", "c2 = withValue c1 k0 v0", "cancel c1")),
    VALUE_8(must("A value layer has the done, the err, the cause and the deadline of its parent.")
            .from("G81")
            .by(PROGRAM, RACE)
            .needs(VALUES)
            .because("Otherwise adding a value would change when the work stops, or hide why.")
            .go("The same: it even returns the same done channel as its parent.")
            .look("A state or a deadline of its own in the value layer.")
            .example("c1 = withCancel c0", "c2 = withValue c1 k0 v0", "cancel c1")),
    VALUE_9(must("A call that binds a null key throws an exception.")
            .from("G77")
            .by(DIRECTED)
            .needs(VALUES)
            .because("A null key is always a mistake. If it is accepted, it shows up later as a value that cannot be "
                    + "found.")
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
