package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.INTERRUPT_BRIDGE;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.SCALE;
import static dev.cascata.conformance.rules.Text.may;
import static dev.cascata.conformance.rules.Text.must;
import static dev.cascata.conformance.rules.Text.should;

/** What makes a context pleasant and safe to use: pure reads, printing, interrupts, progress. */
public enum UseRule implements Rule {
    USE_1(must("A read is pure: it changes no context and runs nobody's code.")
            .from("R9")
            .by(PROGRAM, DIRECTED)
            .because("Logging a context would change what the program does.")
            .go("The same, apart from the done channel that is made when first asked for.")
            .look("Clean-up, expiry or callbacks that are set off by a read.")
            .example("c1 = withCancel c0")),
    USE_2(should("Printing a context reads only what never changes.")
            .from("G135")
            .by(DIRECTED)
            .because("Contexts are printed by loggers and debuggers on any "
                    + "thread; anything else there is a data race or a deadlock.")
            .go("The same; the time left until a deadline is worked out from the clock.")
            .look("Mutable fields, locks and child sets used by toString.")
            .example("A context is printed before and after its end and while it is being cancelled; but for the "
                    + "time left, the texts are equal.")),
    USE_3(should("The printed form of a context shows how it was derived, from the root down to itself.")
            .from("G129")
            .by(DIRECTED)
            .because("The line in the log then tells where a deadline or a cancel came from.")
            .go("The same, with one suffix for each constructor.")
            .look("The toString of each layer: its own step, after that of its parent.")
            .example("A context with a deadline under a cancellable one under a "
                    + "value layer is printed; each of the three steps is named.")),
    USE_4(should("The printed form of a context never shows the content of a value.")
            .from("G132")
            .by(DIRECTED)
            .needs(VALUES)
            .because("Tokens, passwords and personal data travel as values, and logs are read by many.")
            .go("Laxer: it prints strings as they are and whatever prints itself.")
            .look("The toString of the value layer: the key's name at most.")
            .example("A context with a string as its value is printed; the text does not contain that string.")),
    USE_5(must("A call bound to a context is interrupted at most once, never after it has returned, and an "
                    + "interrupt from elsewhere is kept.")
            .from("R16")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("A late interrupt hits whatever the thread does next, and "
                    + "a swallowed one keeps the thread from shutting down.")
            .goCannotShow("Goroutines cannot be interrupted from outside, so it has no such notion.")
            .look("The handshake between the end of the call and the interrupt, and the clearing of the thread's flag.")
            .example("A bound call returns while its context ends; a second "
                    + "one runs on a thread that was interrupted before.")),
    USE_6(may("A foreign parent without a printed form of its own appears as its type name at least.")
            .from("G133")
            .by(DIRECTED)
            .needs(FOREIGN_PARENTS)
            .because("A gap in the path hides the one part that the reader does not know.")
            .go("The same, and nothing of what is above it.")
            .look("The toString of a child of a foreign parent.")
            .example("A child of a foreign context is printed; the text names the foreign type.")),
    USE_7(must("No operation on a live or ended context throws, if its arguments are in order.")
            .from("P1")
            .by(PROGRAM, DIRECTED, RACE)
            .because("A context is used in clean-up code, where an exception hides the one that mattered.")
            .go("The same, for operations on contexts that were properly made.")
            .look("The stack trace in the report: the first frame of one's own code.")
            .example("c1 = withCancel c0", "cancel c1")),
    USE_8(must("Every operation returns within the limit set for it.")
            .from("P2")
            .by(PROGRAM, DIRECTED, SCALE)
            .because("A cancel that hangs takes with it whoever tried to stop the work.")
            .go("The same, deep chains and calls back from a foreign hook aside.")
            .look("The thread dump in the report: who waits for which lock, and who holds it.")
            .example("c1 = withCancel c0"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    UseRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
