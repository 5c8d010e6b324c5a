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

/** How far a cancel reaches, what is done when it returns, and what later cancels do. */
public enum CancelRule implements Rule {
    CANCEL_1(must("A new child of a live parent is live, unless it is given a deadline that has already passed.")
            .from("G9")
            .by(PROGRAM, RACE)
            .because("Work under a context that is done from the start never begins, and no error shows why.")
            .go("The same: the done channel of the new child is open and its err is nil.")
            .look("The first state of a new context, and how the constructor checks the state of the parent.")
            .example("c1 = withCancel c0")),
    CANCEL_2(must("When the cancel of a live context returns, the context is done, and its kind is cancelled.")
            .from("G10")
            .by(PROGRAM)
            .because("The code after the cancel assumes that the work was stopped. If it was not, both run at the "
                    + "same time.")
            .go("The same: done is closed and err is the cancelled error before cancel returns.")
            .look("Whether cancel passes the end to another thread, and which kind it writes.")
            .example("c1 = withCancel c0", "cancel c1")),
    CANCEL_3(must("A cancel reaches every descendant at any depth, through value layers, deadline layers and foreign "
                    + "contexts that share done.")
            .from("G11")
            .by(PROGRAM, RACE)
            .because("A descendant that is missed keeps running after its request has ended, and keeps its connection "
                    + "and its memory.")
            .go("The same, for everything derived through its own constructors and for foreign contexts that share "
                    + "done.")
            .look("The walk over the children, and how a child below a value layer finds the context that it "
                    + "registers with.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "c3 = withCancel c2", "cancel c1")),
    CANCEL_4(must("When a cancel returns, every linked descendant is already done, before anything else runs.")
            .from("G12")
            .by(PROGRAM, RACE)
            .unless(LAZY)
            .because("The caller frees what the descendants use as soon as cancel returns. A descendant that is still "
                    + "live uses it after that.")
            .go("The same: the walk over the subtree is part of the cancel call.")
            .look("Whether the walk is left to the callback executor, or to the next read of the child.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c1")),
    CANCEL_5(must("A cancel never goes up or sideways: the parent, the siblings and the descendants of the siblings "
                    + "stay live.")
            .from("G13")
            .by(PROGRAM)
            .because("Otherwise one failed part of a request would end the whole request.")
            .go("The same: only the cancelled context and its descendants end.")
            .look("State that parent and child share, and a walk that starts from the wrong context.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "c3 = withCancel c1", "cancel c2")),
    CANCEL_6(must("A cancel of a context that is already done changes nothing, in it or in any other context.")
            .from("G14")
            .by(PROGRAM)
            .because("Cleanup code always cancels at the end. If that could change the outcome, the true reason for "
                    + "the end would be lost.")
            .go("The same: every cancel function may be called again, without effect.")
            .look("The check for the done state in cancel: it has to come before every write and before the walk.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1")),
    CANCEL_7(must("When several threads cancel one context at once, it ends once, with one outcome, and every call "
                    + "returns.")
            .from("G15")
            .by(RACE)
            .needs(THREADS)
            .because("Each part of the work cancels when it finishes, fails or gives up, and in a server several do "
                    + "so at the same moment.")
            .go("The same: cancel functions may be called from many goroutines at once.")
            .look("The step from live to done: it has to be one compare-and-set, or happen under a lock.")
            .example("Two threads cancel one context at the same moment, each with a cause of its own.")),
    CANCEL_8(must("A cancel that loses to another cancel of the same context returns only when every linked "
                    + "descendant is done.")
            .from("G16")
            .by(RACE)
            .needs(THREADS)
            .unless(LAZY)
            .because("When the losing call returns, its caller frees what the subtree uses. If the winner is still "
                    + "walking, live descendants use it after that.")
            .go("The same: the loser waits for the lock that the winner holds during its walk.")
            .look("The early return of the loser: it has to wait for the walk of the winner, or to help with it.")
            .example("Two threads cancel one context that has a child; each "
                    + "looks at the child as soon as its own call returns.")),
    CANCEL_9(must("A child made under a done parent is done when its constructor returns, with the err and the cause "
                    + "of the parent.")
            .from("G17")
            .by(PROGRAM, RACE)
            .because("Otherwise work that is started too late never receives the signal to stop.")
            .go("The same: the constructor checks the parent and ends the child at once.")
            .look("How the constructor checks the state of the parent, and what it copies from there.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = withCancel c1")),
    CANCEL_10(must("A child made while its parent is being cancelled is never lost: it ends too, with the cause of "
                    + "the parent.")
            .from("G18")
            .by(RACE)
            .needs(THREADS)
            .because("Every server that starts work while it shuts down has this race, and a lost child runs for "
                    + "ever.")
            .go("The same: the parent's err is checked again under the lock that guards the set of children.")
            .look("The gap between checking the state of the parent and registering with it: check again after "
                    + "registering.")
            .example("One thread cancels a context while another derives "
                    + "a child from it; afterwards the child is done.")),
    CANCEL_11(must("A child that ended before its parent keeps its own err and cause when the parent ends.")
            .from("G19")
            .by(PROGRAM, RACE)
            .because("Otherwise the log names the shutdown as the reason for a failure that came long before it.")
            .go("The same: the first end of the child stays.")
            .look("The walk: it has to skip a child that is already done.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c2", "cancel c1")),
    CANCEL_12(must("A cancel returns without waiting for the callbacks that it triggers.")
            .from("G20")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .unless(INLINE_CALLBACKS)
            .because("One slow callback would delay the thread that cancels, and a callback that waits for that "
                    + "thread would deadlock.")
            .go("The same: every callback has a goroutine of its own.")
            .look("Whether cancel runs callbacks itself, or waits for the tasks that it gave to the executor.")
            .example("A callback blocks until it is released; the cancel of its context returns before that.")),
    CANCEL_13(must("Code that wakes at the end of a parent can cancel a child of that parent at once, and no call "
                    + "deadlocks.")
            .from("G21")
            .by(DIRECTED, RACE)
            .needs(CALLBACKS, THREADS)
            .because("Cleanup after an end cancels its own part of the tree, while the first cancel may still be "
                    + "walking there.")
            .go("The same: locks are taken from parent to child only.")
            .look("A lock of the child that is held while the lock of the parent is requested, and a wait for a walk "
                    + "from inside that walk.")
            .example("A callback of the parent cancels a child of the parent while the parent's cancel is under way.")),
    CANCEL_14(must("When every context of a tree is cancelled at once, each by its own thread, all calls return and "
                    + "all contexts are done.")
            .from("G22")
            .by(RACE)
            .needs(THREADS)
            .because("A crash or a shutdown triggers many cancels at once, and a deadlock among them keeps the "
                    + "process from ending.")
            .go("The same for any order of the calls.")
            .look("The order in which locks are taken, and losing calls that wait for one another.")
            .example("Two threads cancel a context and its child at the same moment.")),
    CANCEL_15(must("After a thread has seen the parent done, it sees the child as the declared propagation (EAGER, "
                    + "TWO_PHASE, ATOMIC or LAZY) allows.")
            .from("G23", "R4")
            .by(RACE)
            .needs(THREADS)
            .because("A thread that wakes at the end of the parent acts on the state of the child, so its author has "
                    + "to know which states are possible.")
            .go("The same, as EAGER: until the cancel of the parent returns, another goroutine can see the parent "
                    + "done and the child live.")
            .look("The order of marking and waking, and which of EAGER, TWO_PHASE, ATOMIC and LAZY the kit declares.")
            .example("One thread cancels a parent; another reads the parent as done and reads the child next.")),
    CANCEL_16(must("Cancel returns true to the call that ended the context, and false to every other call.")
            .from("R1")
            .by(PROGRAM, RACE)
            .needs(CANCEL_RESULT)
            .because("The caller that gets true does the cleanup or the report. With two such callers it is done "
                    + "twice, and with none it is never done.")
            .goLacks("Its cancel functions return nothing.")
            .look("Where the result comes from: it has to be the result of the compare-and-set that ended the "
                    + "context.")
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
