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

/** What makes a context safe to use: reads without effects, printing, interrupts, progress. */
public enum UseRule implements Rule {
    USE_1(must("A read changes no context and runs no user code.")
            .from("R9")
            .by(PROGRAM, DIRECTED)
            .because("Otherwise logging a context would change what the program does.")
            .go("The same, except for the done channel, which is made at the first call.")
            .look("Cleanup, expiry or callbacks that a read triggers.")
            .example("c1 = withCancel c0")),
    USE_2(should("Printing a context reads only what never changes.")
            .from("G135")
            .by(DIRECTED)
            .because("Loggers and debuggers print contexts on any thread. Reading anything else there is a data race "
                    + "or a deadlock.")
            .go("The same; the time left until a deadline is computed from the clock.")
            .look("Mutable fields, locks and sets of children that toString uses.")
            .example("A context is printed before and after its end and while it is being cancelled; but for the "
                    + "time left, the texts are equal.")),
    USE_3(should("The printed form of a context shows how it was derived, from the root down to itself.")
            .from("G129")
            .by(DIRECTED)
            .because("The line in the log then shows where a deadline or a cancel came from.")
            .go("The same, with one suffix for each constructor.")
            .look("The toString of each layer: its own step, after that of its parent.")
            .example("A context with a deadline under a cancellable one under a "
                    + "value layer is printed; each of the three steps is named.")),
    USE_4(should("The printed form of a context never shows the content of a value.")
            .from("G132")
            .by(DIRECTED)
            .needs(VALUES)
            .because("Tokens, passwords and personal data are passed as values, and logs have many readers.")
            .goDiffers("It prints a string as it is, and every value that has a String method.")
            .look("The toString of the value layer: the key's name at most.")
            .example("A context with a string as its value is printed; the text does not contain that string.")),
    USE_5(must("A call bound to a context is interrupted at most once, never after it has returned, and an interrupt "
                    + "from elsewhere is kept.")
            .from("R16")
            .by(DIRECTED, RACE)
            .needs(INTERRUPT_BRIDGE)
            .because("A late interrupt hits the next work of the thread, and a swallowed interrupt keeps the thread "
                    + "from shutting down.")
            .goLacks("Goroutines cannot be interrupted from outside.")
            .look("The handshake between the end of the call and the interrupt, and the code that clears the thread's "
                    + "flag.")
            .example("A bound call returns while its context ends; a second "
                    + "one runs on a thread that was interrupted before.")),
    USE_6(may("A foreign parent without a printed form of its own appears at least as its type name.")
            .from("G133")
            .by(DIRECTED)
            .needs(FOREIGN_PARENTS)
            .because("A gap in the path hides the one part that the reader does not know.")
            .go("The same, and nothing above it is printed.")
            .look("The toString of a child of a foreign parent.")
            .example("A child of a foreign context is printed; the text names the foreign type.")),
    USE_7(must("No operation on a live or done context throws if its arguments are valid.")
            .from("P1")
            .by(PROGRAM, DIRECTED, RACE)
            .because("Contexts are used in cleanup code, where a new exception hides the one that mattered.")
            .go("The same, for operations on contexts that were made properly.")
            .look("The stack trace in the report: the first frame of your own code.")
            .example("c1 = withCancel c0", "cancel c1")),
    USE_8(must("Every operation returns within the limit set for it.")
            .from("P2")
            .by(PROGRAM, DIRECTED, SCALE)
            .because("A cancel that hangs also blocks the thread that tried to stop the work.")
            .go("The same, except in deep chains and when a foreign hook fires during its registration.")
            .look("The thread dump in the report: which thread waits for which lock, and which thread holds it.")
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
