package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.DONE_OBJECT;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;
import static dev.cascata.conformance.rules.Text.should;

/** How done, err and the kind of an end belong together. */
public enum ErrRule implements Rule {
    ERR_1(must("Whoever sees an err that is not null sees the context done.")
            .from("G28", "R2")
            .by(PROGRAM, RACE)
            .because("Code that stops because of the err and then waits for done hangs, or takes the wrong branch.")
            .go("The same today; a faster read of err broke it once, and the repair made that read wait for done.")
            .look("The order of the writes: err and done become visible together, or done first.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_2(must("Whoever sees a context done sees an err that is not null.")
            .from("G29")
            .by(PROGRAM, RACE)
            .because("Code woken by the end asks for the reason; no reason reads as success.")
            .go("The same: err is written before done is closed.")
            .look("The order of the writes, and a done that fires before the outcome is stored.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_3(must("Once the err is not null it never changes: every later read answers the very same object.")
            .from("G30")
            .by(PROGRAM)
            .because("Two parts of a program that ask at different times "
                    + "would report two different reasons for one end.")
            .go("The same: the error is stored once.")
            .look("A new exception made at each read, and writes to the state of a context that has ended.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1")),
    ERR_4(must("An ended context is either cancelled or deadline exceeded, and nothing else.")
            .from("G31")
            .by(PROGRAM)
            .needs(KINDS)
            .because("Callers choose between giving up and trying again by "
                    + "these two kinds; a third falls through both branches.")
            .go("The same in trees of its own contexts.")
            .look("Where the kind is worked out, above all for ends inherited from a parent or given with a cause.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_5(must("A context reads deadline exceeded only if a deadline, its own or one above it, ended it.")
            .from("G32")
            .by(PROGRAM, RACE)
            .needs(KINDS)
            .because("Time-outs are retried and counted as overload; a plain cancel that looks like one sets off both.")
            .go("The same: every other end reads as cancelled.")
            .look("Whether the kind is worked out from the clock, or from "
                    + "having a deadline, and not from the event that ended it.")
            .example("c1 = withCancel c0", "cancel c1")),
    ERR_6(must("Err and cause come from one and the same event, also when a cancel and an expiry meet.")
            .from("G34")
            .by(PROGRAM, RACE)
            .needs(KINDS, CAUSES)
            .because("A time-out with the cause of a cancel, or the other "
                    + "way round, sends whoever reads the log the wrong way.")
            .go("The same: both are written under one lock.")
            .look("Err and cause kept in two fields that are written one after the other.")
            .example("c1 = withCancel c0", "cancel c1 cause a")),
    ERR_7(must("What a thread did before its cancel ended a context is visible to every thread that has seen the end.")
            .from("G37")
            .by(RACE)
            .needs(THREADS)
            .because("The canceller leaves a result and then cancels; a reader woken by the end finds an empty field.")
            .go("The same, by its memory model: closing a channel happens before a receive sees it closed.")
            .look("The access mode of the field that publishes the end: "
                    + "a plain or opaque write, or a read without acquire.")
            .example(
                    "One thread writes a plain field and cancels; another sees the context done and reads the field.")),
    ERR_8(should("Done answers one and the same object for the life of a context.")
            .from("G26")
            .by(PROGRAM, RACE)
            .needs(DONE_OBJECT)
            .because("Code that keeps the object, or puts it into a map, misses the end or loses its entry.")
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
