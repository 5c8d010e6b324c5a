package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DONE_OBJECT;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;
import static dev.cascata.conformance.rules.Text.should;

/** How done, err and the kind of an end are related. */
public enum ErrRule implements Rule {
    ERR_1(must("A thread that has seen a non-null err sees the context done.")
            .from("G28", "R2")
            .by(PROGRAM, RACE)
            .because("Code that stops because of the err and then waits for done would hang or take the wrong branch.")
            .go("The same: a read of err returns the error only after done is closed.")
            .look("The order of the writes: err and done become visible together, or done becomes visible first.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_2(must("A thread that has seen a context done sees a non-null err.")
            .from("G29")
            .by(PROGRAM, RACE)
            .because("Code that wakes at the end asks for the reason, and no reason reads as success.")
            .go("The same: err is written before done is closed.")
            .look("The order of the writes, and a done that completes before the outcome is stored.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_3(must("Once the err is not null, it never changes: every later read returns the same object.")
            .from("G30")
            .by(PROGRAM)
            .because("Two parts of a program that read at different times would report two different reasons for one "
                    + "end.")
            .go("The same: the error is stored once.")
            .look("A new exception made at each read, and writes to the state of a done context.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1")),
    ERR_4(must("A done context is either cancelled or deadline exceeded, and nothing else.")
            .from("G31")
            .by(PROGRAM)
            .needs(KINDS)
            .because("Callers decide by these two kinds whether to give up or to try again, and a third kind matches "
                    + "neither branch.")
            .go("The same in trees of its own contexts.")
            .look("Where the kind is decided, above all for an end that came from a parent or with a cause.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_5(must("A context is deadline exceeded only if a deadline ended it, its own or that of an ancestor.")
            .from("G32")
            .by(PROGRAM, RACE)
            .needs(KINDS)
            .because("Timeouts are retried and counted as overload. A plain cancel that looks like a timeout causes "
                    + "both.")
            .go("The same: the kind of every other end is cancelled.")
            .look("Whether the kind is derived from the clock, or from having a deadline, instead of from the event "
                    + "that ended the context.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_6(must("The err and the cause come from the same event, also when a cancel and an expiry race.")
            .from("G34")
            .by(PROGRAM, RACE)
            .needs(KINDS, CAUSES)
            .because("A timeout with the cause of a cancel, or a cancel with the cause of a timeout, misleads the "
                    + "reader of the log.")
            .go("The same: both are written under one lock.")
            .look("An err and a cause in two fields that are written one after the other.")
            .example("c1 = withCancel c0", "cancel c1 cause a")),
    ERR_7(must("Everything that a thread did before its cancel ended a context is visible to every thread that has "
                    + "seen that end.")
            .from("G37")
            .by(RACE)
            .needs(THREADS)
            .because("One thread stores a result and then cancels. Another that wakes at the end must not find an "
                    + "empty field.")
            .go("The same, by its memory model: the close of a channel happens before a receive that sees it closed.")
            .look("The access mode of the field that publishes the end: a plain or opaque write, or a read without "
                    + "acquire.")
            .example(
                    "One thread writes a plain field and cancels; another sees the context done and reads the field.")),
    ERR_8(should("Done returns the same object for the whole life of a context.")
            .from("G26")
            .by(PROGRAM, RACE)
            .needs(DONE_OBJECT)
            .because("Code that stores the object, or uses it as the key of a map, would miss the end or lose its "
                    + "entry.")
            .go("The same: one channel before and after the end.")
            .look("A done that is made at each call, or replaced when the context ends.")
            .example("c1 = withCancel c0", "cancel c1"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    ErrRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
