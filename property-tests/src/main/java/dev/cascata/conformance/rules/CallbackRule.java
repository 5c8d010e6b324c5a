package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CALLBACK_ORDER;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.INLINE_CALLBACKS;
import static dev.cascata.conformance.rules.Capability.STOP_RESULT;
import static dev.cascata.conformance.rules.Capability.STOP_WAITS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.RESOURCE;
import static dev.cascata.conformance.rules.Text.must;

/** When a callback runs, how often, and what stop promises. */
public enum CallbackRule implements Rule {
    CALLBACK_1(must("A callback does not run while its context lives.")
            .from("G88")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .because("Callbacks close connections and free memory; run "
                    + "too early, they do so under the feet of the work.")
            .go("The same.")
            .look("The check of the context's state at registration.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1")),
    CALLBACK_2(must("A callback that nobody stopped runs once after its context is cancelled, and only once.")
            .from("G89")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS)
            .because("A clean-up that is left out leaks, and one that "
                    + "runs twice frees what somebody else owns by then.")
            .go("The same.")
            .look("The hand-over from the end to the callbacks, and callbacks "
                    + "reached both through their own context and one above.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_3(must("A callback runs once after its context expires.")
            .from("G90")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, DEADLINES, VIRTUAL_TIME)
            .because("A time-out is the case that clean-up code is written for.")
            .go("The same.")
            .look("The timer's task: it has to set off the callbacks as a cancel does.")
            .example("c1 = withDeadline c0 5", "f0 = afterFunc c1", "advance 5")),
    CALLBACK_4(must("A callback registered on a context that is done runs at once.")
            .from("G91")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .because("The work may end before its clean-up is registered; the clean-up would never happen.")
            .go("The same, in a goroutine of its own.")
            .look("The registration on an ended context, which no walk will ever visit again.")
            .example("c1 = withCancel c0", "cancel c1", "f0 = afterFunc c1")),
    CALLBACK_5(must("A callback is not run by the thread that cancels, within its call of cancel.")
            .from("G92")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .unless(INLINE_CALLBACKS)
            .because("The canceller may hold locks that the callback needs, or may have no time for it.")
            .go("The same: every callback starts in a goroutine of its own.")
            .look("Callbacks run directly by the walk, and an executor that runs a task in the calling thread.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_6(
            must("A stop before the callback is set off answers true, and after that answer the callback never runs.")
                    .from("G93")
                    .by(PROGRAM, RACE)
                    .needs(CALLBACKS, STOP_RESULT)
                    .because("The caller takes the true for a promise and frees what the callback would have used.")
                    .go("The same.")
                    .look("The decision between stop and run: one compare-and-set on the registration.")
                    .example("c1 = withCancel c0", "f0 = afterFunc c1", "stop f0", "cancel c1")),
    CALLBACK_7(must("A stop after the callback has been set off answers false.")
            .from("G94")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, STOP_RESULT)
            .because("A true would tell the caller that the clean-up is "
                    + "still its own duty, and it would be done twice.")
            .go("The same.")
            .look("The answer of stop after the end of the context, and "
                    + "while the callback waits in the executor's queue.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1", "stop f0")),
    CALLBACK_8(must("A second stop of a registration answers false.")
            .from("G95")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, STOP_RESULT)
            .because("True stands for 'it was me'; given twice, two callers both act on it.")
            .go("The same: false leaves open whether the callback ran or was stopped before.")
            .look("Whether stop answers by the state it finds or by the change it makes.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "stop f0", "stop f0")),
    CALLBACK_9(must("Of all the concurrent stops and the run of one registration exactly one wins: one stop "
                    + "answers true, or the callback runs.")
            .from("G96")
            .by(RACE)
            .needs(CALLBACKS, STOP_RESULT, THREADS)
            .because("Whoever wins owns the resource; two owners free it twice, and none leaks it.")
            .go("The same.")
            .look("The check and the act in stop and in the start of a callback: they have to be one atomic step.")
            .example("One thread stops a callback while another cancels its context.")),
    CALLBACK_10(must("A stop does not wait for a callback that is running.")
            .from("G97")
            .by(DIRECTED)
            .needs(CALLBACKS, THREADS)
            .unless(STOP_WAITS)
            .because("A stop called under a lock that the callback needs would deadlock.")
            .go("The same; whoever wants to wait has to arrange it.")
            .look("A lock that is held both while the callback runs and within stop.")
            .example("A callback blocks until it is let go; a stop from "
                    + "another thread returns before that, with false.")),
    CALLBACK_11(must("Registrations on one context are independent of one "
                    + "another, even if they register one and the same callback.")
            .from("G98", "R10")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .because("Stopping one part's clean-up would stop another's, because both use the same method reference.")
            .go("The same; functions cannot be compared there, so no registration can be mistaken for another.")
            .look("A set or a map of callbacks by equality, and removal by callback in place of by registration.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "f1 = afterFunc c1 as f0", "stop f0", "cancel c1")),
    CALLBACK_12(must("A stop that prevents its callback unlinks the registration from the context.")
            .from("G99")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, DEPENDENTS)
            .because("Code that registers and stops once per message would "
                    + "fill a long-lived context with dead registrations.")
            .go("The same.")
            .look("Whether stop only marks the registration or also takes it out.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "stop f0")),
    CALLBACK_13(must("A registration is held by the nearest cancellable ancestor, the context itself included, "
                    + "and is dropped when that ends.")
            .from("G100")
            .by(PROGRAM)
            .needs(CALLBACKS, DEPENDENTS)
            .because("An ended context that still holds callbacks keeps everything alive that they refer to.")
            .go("The same: it counts as one child.")
            .look("Where a registration on a value layer goes, and what the walk leaves behind.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_14(must("A callback on a context that can never end never runs; "
                    + "its first stop answers true and every later one false.")
            .from("G101")
            .by(PROGRAM)
            .needs(CALLBACKS, STOP_RESULT)
            .because("Library code registers on whatever context it is given, "
                    + "and must be able to take back what it registered.")
            .go("The same.")
            .look("The short cut for contexts that never end: its stop handle has to remember that it was used.")
            .example("f0 = afterFunc c0", "stop f0", "stop f0")),
    CALLBACK_15(must("Where an order of callbacks is declared, the callbacks "
                    + "of one context start in the order of their registration.")
            .from("G102", "R17")
            .by(PROGRAM)
            .needs(CALLBACKS, CALLBACK_ORDER)
            .because("Users come to rely on an order that is written down, for instance to flush before they close.")
            .goCannotShow("It promises no order, so there is none to show.")
            .look("The collection that holds the callbacks, and an executor that starts them in another order.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "f1 = afterFunc c1", "cancel c1")),
    CALLBACK_16(must("Inside a callback its context is done and has an err.")
            .from("G103")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS)
            .because("Callbacks ask their context why it ended.")
            .go("The same.")
            .look("Callbacks set off before the end is published.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_17(must("A callback that throws stops neither the other callbacks nor the end of any descendant, "
                    + "and what it threw is reported.")
            .from("G105", "R13")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .because("One bad listener would leave half the tree running, or the failure would vanish without a trace.")
            .goCannotShow("A panic in a callback ends the process, so a Go "
                    + "program cannot show what happens to the others.")
            .look("The loop over the callbacks, errors as well as exceptions, "
                    + "and the thread's handler for uncaught exceptions.")
            .example("Of three callbacks on one context the second throws; the "
                    + "others run, a child ends, and the exception is reported once.")),
    CALLBACK_18(must("Inside a callback every operation works and returns: cancel, derive, register and stop, "
                    + "on its own context and on others.")
            .from("G106", "R14")
            .by(DIRECTED, RACE)
            .needs(CALLBACKS)
            .because("Clean-up code is ordinary code, and a deadlock in it shows up only during a shutdown.")
            .go("The same; the stop of the running callback answers false.")
            .look("A lock or a 'walk in progress' mark that is still held "
                    + "when the callbacks start, or waited for inside them.")
            .example("A callback cancels its context again, derives a "
                    + "child, registers a callback on it and stops itself.")),
    CALLBACK_19(must("A callback registered while its context is ending runs exactly once.")
            .from("R12")
            .by(RACE)
            .needs(CALLBACKS, THREADS)
            .because("The registration and the end both think that the other one runs it, or both run it.")
            .go("The same: the state is checked again under the lock that guards the set of children.")
            .look("The gap between the look at the state and the registration: look again after it, with one winner.")
            .example("One thread registers a callback while another cancels the context.")),
    CALLBACK_20(must("While a callback runs no lock is held: another thread can read, register on and cancel "
                    + "its context, its parent and its children.")
            .from("R8")
            .by(DIRECTED)
            .needs(CALLBACKS, THREADS)
            .because("A callback that waits for another thread which wants to read the context would wait for ever.")
            .go("The same: callbacks start in goroutines of their own, which hold nothing.")
            .look("Callbacks called inside a synchronized block, also at the registration on a done context.")
            .example("A callback waits for a second thread that reads, registers "
                    + "on and cancels its context, its parent and a child.")),
    CALLBACK_21(must("A null callback is refused with an exception at registration.")
            .from("G104")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .because("Found only when the context ends, the mistake surfaces far from where it was made.")
            .goCannotShow("A nil function is accepted and brings the process down when it is due to run.")
            .look("The argument check at registration.")
            .example("A null callback is registered; the call throws, and nothing is registered.")),
    CALLBACK_22(must("A callback of a context with a deadline runs even "
                    + "if the program holds no reference to the context.")
            .from("R18")
            .by(RESOURCE)
            .needs(CALLBACKS, DEADLINES)
            .because("A watchdog that the garbage collector takes away is missed only in the emergency.")
            .go("The same: the timer keeps the context and its children reachable.")
            .look("Weak references on the way from the scheduler to the context and from the context to its callbacks.")
            .example("A callback is registered on a child of a timeout, every "
                    + "reference is dropped, the heap is collected, the time passes.")),
    CALLBACK_23(must("An executor that refuses a callback stops neither the other callbacks "
                    + "nor the end of any descendant, and the refusal is reported.")
            .from("P3")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .unless(INLINE_CALLBACKS)
            .because("Pools are shut down while contexts still live; one refused callback must not keep a tree alive.")
            .goCannotShow("It has no executor that could refuse: every callback gets a goroutine.")
            .look("The call of the executor inside the walk: it may throw.")
            .example("The executor refuses the second of three callbacks."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    CallbackRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
