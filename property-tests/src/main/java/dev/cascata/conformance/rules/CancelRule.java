package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CANCEL_RESULT;
import static dev.cascata.conformance.rules.Capability.INLINE_CALLBACKS;
import static dev.cascata.conformance.rules.Capability.LAZY;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Text.must;

/** How far a cancel reaches, when it has done so, and what later cancels do. */
public enum CancelRule implements Rule {
    CANCEL_1(must("A fresh child of a live parent is live, unless it is given a deadline that has already passed.")
            .from("G9")
            .by(PROGRAM, RACE)
            .because("Work under a context that is born ended never starts, and nobody sees why.")
            .go("The same: the new child's done channel is open and its err is nil.")
            .look("The first state of a new context, and the check of the parent's state in the constructor.")
            .example("c1 = withCancel c0")),
    CANCEL_2(must("When the cancel of a live context returns, the context is done, as cancelled.")
            .from("G10")
            .by(PROGRAM)
            .because("The code after the cancel goes on as if the work were "
                    + "stopped; if it is not, both run at the same time.")
            .go("The same: done is closed and err is the cancelled error before cancel returns.")
            .look("Whether cancel hands the end to another thread, and which kind it writes.")
            .example("c1 = withCancel c0", "cancel c1")),
    CANCEL_3(must("A cancel reaches every descendant at any distance, through value, deadline and pass-through layers.")
            .from("G11")
            .by(PROGRAM, RACE)
            .because("A descendant that is missed runs on after its request "
                    + "is over, and holds its connection and its memory.")
            .go("The same, for everything derived through its own constructors and for wrappers that share done.")
            .look("The walk over the children, and how a child below "
                    + "a value layer finds the context it registers with.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "c3 = withCancel c2", "cancel c1")),
    CANCEL_4(must("When a cancel returns, every linked descendant is done already, before anything else runs.")
            .from("G12")
            .by(PROGRAM, RACE)
            .unless(LAZY)
            .because("The caller frees what the descendants use as soon as cancel returns; a descendant that is "
                    + "still live uses it after that.")
            .go("The same: the walk over the subtree is part of the cancel call.")
            .look("Whether the walk is handed to the callback executor, or waits for the next read of the child.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c1")),
    CANCEL_5(must("A cancel never goes up or sideways: the parent, the "
                    + "siblings and everything below the siblings stay live.")
            .from("G13")
            .by(PROGRAM)
            .because("One failed part of a request would take the whole request with it.")
            .go("The same: only what is below the cancelled context ends.")
            .look("State shared by parent and child, and a child set that is walked from the wrong context.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "c3 = withCancel c1", "cancel c2")),
    CANCEL_6(must("A cancel of a context that has already ended changes nothing, in it or in any other context.")
            .from("G14")
            .by(PROGRAM)
            .because("The usual clean-up cancels at the end whatever happened before; if that could change the "
                    + "outcome, the true reason would be lost.")
            .go("The same: every cancel function may be called again, with no effect.")
            .look("The check for an ended state in cancel: it has to come before every write and before the walk.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1")),
    CANCEL_7(must("Several threads may cancel one context at once: the context "
                    + "ends once, with one outcome, and every call returns.")
            .from("G15")
            .by(RACE)
            .needs(THREADS)
            .because("Whoever finishes, fails or gives up first cancels, "
                    + "and in a server they do so at the same moment.")
            .go("The same: cancel functions may be called from many goroutines at once.")
            .look("The step from live to ended: it has to be one compare-and-set, or happen under a lock.")
            .example("Two threads cancel one context at the same moment, each with a cause of its own.")),
    CANCEL_8(must("A cancel that lost to another cancel of the same context "
                    + "returns only when every linked descendant is done.")
            .from("G16")
            .by(RACE)
            .needs(THREADS)
            .unless(LAZY)
            .because("The loser relies on its own call: when it returns, it frees "
                    + "what the subtree uses, although the winner is still walking.")
            .go("The same, because the loser waits for the lock that the winner holds during its walk.")
            .look("The early return of the loser: it needs to wait for the winner's walk, or to help with it.")
            .example("Two threads cancel one context that has a child; each "
                    + "looks at the child as soon as its own call returns.")),
    CANCEL_9(must("A child made under an ended parent is done when its "
                    + "constructor returns, with the err and the cause of the parent.")
            .from("G17")
            .by(PROGRAM, RACE)
            .because("Work that is started too late would never be told to stop.")
            .go("The same: the constructor looks at the parent and ends the child at once.")
            .look("The constructor's look at the parent's state, and what it copies from there.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = withCancel c1")),
    CANCEL_10(must("A child made while its parent is being cancelled is "
                    + "never lost: it ends too, with the cause of the parent.")
            .from("G18")
            .by(RACE)
            .needs(THREADS)
            .because("The window is open in every server that starts work "
                    + "while it shuts down; a lost child runs for ever.")
            .go("The same: the parent's err is checked again under the lock that guards the set of children.")
            .look("The gap between the look at the parent's state and the "
                    + "registration with it: look again after registering.")
            .example("One thread cancels a context while another derives "
                    + "a child from it; afterwards the child is done.")),
    CANCEL_11(must("A child that ended before its parent keeps its own err and cause when the parent ends.")
            .from("G19")
            .by(PROGRAM, RACE)
            .because("The log would name the shutdown as the reason for a failure that came long before it.")
            .go("The same: whatever ended the child first stays.")
            .look("The walk: it has to leave a child alone that has already ended.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c2", "cancel c1")),
    CANCEL_12(must("A cancel returns without waiting for the callbacks that it sets off.")
            .from("G20")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .unless(INLINE_CALLBACKS)
            .because("One slow callback would hold up whoever cancels, and a "
                    + "callback that waits for the canceller would never end.")
            .go("The same: a callback has a goroutine of its own.")
            .look("Whether cancel runs callbacks itself, or waits for the tasks it handed to the executor.")
            .example("A callback blocks until it is let go; the cancel of its context returns before that.")),
    CANCEL_13(must("Code woken by the end of a parent may cancel a child "
                    + "of that parent at once, and no call deadlocks.")
            .from("G21")
            .by(DIRECTED, RACE)
            .needs(CALLBACKS, THREADS)
            .because("Clean-up after an end cancels its own part of the tree, "
                    + "while the cancel above may still be walking there.")
            .go("The same, since locks are taken from parent to child only.")
            .look("A lock of the child that is held while the parent's lock is "
                    + "asked for, and waiting for a walk from inside that walk.")
            .example("A callback of the parent cancels a child of the parent while the parent's cancel is under way.")),
    CANCEL_14(must("When every context of a tree is cancelled at once, each by a thread of its own, all calls "
                    + "return and all contexts are done.")
            .from("G22")
            .by(RACE)
            .needs(THREADS)
            .because("A crash or a shutdown sets off many cancels at once, and "
                    + "a deadlock among them keeps the process from ending.")
            .go("The same for any order of the calls.")
            .look("The order in which locks are taken, and losers that wait for one another.")
            .example("Two threads cancel a context and its child at the same moment.")),
    CANCEL_15(must("What a reader sees of a child, once it has seen the "
                    + "parent done, is what the declared propagation says.")
            .from("G23", "R4")
            .by(RACE)
            .needs(THREADS)
            .because("A reader woken by the parent's end decides by the child's "
                    + "state; what it may find there has to be known beforehand.")
            .go("It has the window: until the parent's cancel returns, another "
                    + "goroutine can see the parent done and the child live.")
            .look("The order of marking and waking, and which of EAGER, TWO_PHASE, ATOMIC and LAZY the kit declares.")
            .example("One thread cancels a parent; another reads the parent as done and reads the child next.")),
    CANCEL_16(must("Cancel answers true exactly once in the life of a context: to the call that ended it.")
            .from("R1")
            .by(PROGRAM, RACE)
            .needs(CANCEL_RESULT)
            .because("Whoever is told that it ended the context does the clean-up or "
                    + "the reporting; two winners do it twice, none does it never.")
            .goCannotShow("Its cancel functions answer nothing, so there is nothing to show.")
            .look("Where the answer comes from: it has to be the outcome "
                    + "of the compare-and-set that ended the context.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    CancelRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
