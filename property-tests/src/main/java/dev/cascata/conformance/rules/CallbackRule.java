package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CALLBACK_ORDER;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
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

/** When a callback runs, how often, and what stop returns. */
public enum CallbackRule implements Rule {
    CALLBACK_1(must("A callback does not run while its context is live.")
            .from("G88")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .because("Callbacks close connections and free memory. If they run too early, the work still uses both.")
            .go("The same.")
            .look("How the registration checks the state of the context.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1")),
    CALLBACK_2(must("A callback that was not stopped runs exactly once after its context is cancelled.")
            .from("G89")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS)
            .because("Cleanup that does not run is a leak, and cleanup that runs twice frees what may have a new "
                    + "owner by then.")
            .go("The same.")
            .look("How the end starts the callbacks, and callbacks that are reached both through their own context "
                    + "and through an ancestor.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_3(must("A callback runs once after its context expires.")
            .from("G90")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, DEADLINES, VIRTUAL_TIME)
            .because("A timeout is the case that cleanup code is written for.")
            .go("The same.")
            .look("The task of the timer: it has to trigger the callbacks as a cancel does.")
            .example("c1 = withDeadline c0 5", "f0 = afterFunc c1", "advance 5")),
    CALLBACK_4(must("A callback registered on a done context runs at once.")
            .from("G91")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .because("The work may end before its cleanup is registered. Without the rule, that cleanup never runs.")
            .go("The same, in a goroutine of its own.")
            .look("The registration on a done context, which no walk will visit again.")
            .example("c1 = withCancel c0", "cancel c1", "f0 = afterFunc c1")),
    CALLBACK_5(must("A callback never runs inside the call of cancel, on the thread that cancels.")
            .from("G92")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .unless(INLINE_CALLBACKS)
            .because("The thread that cancels may hold locks that the callback needs, or may have no time for it.")
            .go("The same: every callback starts in a goroutine of its own.")
            .look("Callbacks that the walk runs directly, and an executor that runs a task in the calling thread.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_6(must("A stop before the callback is triggered returns true, and after that the callback never runs.")
            .from("G93")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, STOP_RESULT)
            .because("A caller that gets true frees what the callback would have used.")
            .go("The same.")
            .look("The decision between stop and run: one compare-and-set on the registration.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "stop f0", "cancel c1")),
    CALLBACK_7(must("A stop after the callback has been triggered returns false.")
            .from("G94")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, STOP_RESULT)
            .because("A caller that gets true does the cleanup itself, so the cleanup would be done twice.")
            .go("The same.")
            .look("What stop returns after the end of the context, and while the callback waits in the queue of the "
                    + "executor.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1", "stop f0")),
    CALLBACK_8(must("A second stop of a registration returns false.")
            .from("G95")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, STOP_RESULT)
            .because("True means 'this call stopped it'. If two callers get true, both act on it.")
            .go("The same: false does not say whether the callback ran or was stopped before.")
            .look("Whether the result of stop is the state that it finds or the change that it makes.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "stop f0", "stop f0")),
    CALLBACK_9(must("Of all concurrent stops and the run of one registration, exactly one wins: one stop returns "
                    + "true, or the callback runs.")
            .from("G96")
            .by(RACE)
            .needs(CALLBACKS, STOP_RESULT, THREADS)
            .because("The winner owns the resource. Two winners free it twice, and no winner leaks it.")
            .go("The same.")
            .look("The check and the action in stop and in the start of a callback: they have to be one atomic step.")
            .example("One thread stops a callback while another cancels its context.")),
    CALLBACK_10(must("A stop does not wait for a callback that is running.")
            .from("G97")
            .by(DIRECTED)
            .needs(CALLBACKS, THREADS)
            .unless(STOP_WAITS)
            .because("Otherwise a stop under a lock that the callback needs would deadlock.")
            .go("The same; a caller that wants to wait has to arrange it.")
            .look("A lock that is held both while the callback runs and inside stop.")
            .example("A callback blocks until it is released; a stop from another thread returns before that, with "
                    + "false.")),
    CALLBACK_11(must("Registrations on one context are independent of each other, even if they register the same "
                    + "callback.")
            .from("G98", "R10")
            .by(PROGRAM)
            .needs(CALLBACKS)
            .because("Two parts of a program may register the same method reference. Stopping one cleanup must not "
                    + "stop the other.")
            .go("The same; functions cannot be compared in Go, so registrations cannot be confused.")
            .look("A set or a map of callbacks by equality, and removal by callback instead of by registration.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "f1 = afterFunc c1 as f0", "stop f0", "cancel c1")),
    CALLBACK_12(must("A stop that prevents its callback unlinks the registration from the context.")
            .from("G99")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS, DEPENDENTS)
            .because("Otherwise code that registers and stops once per message fills a long-lived context with dead "
                    + "registrations.")
            .go("The same.")
            .look("Whether stop only marks the registration or also removes it.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "stop f0")),
    CALLBACK_13(must("A registration is a dependent of the nearest cancellable context, itself or an ancestor, and is "
                    + "dropped when that context ends.")
            .from("G100")
            .by(PROGRAM)
            .needs(CALLBACKS, DEPENDENTS)
            .because("A done context that still holds callbacks keeps everything in memory that they refer to.")
            .go("The same: it counts as one child.")
            .look("Where a registration on a value layer goes, and what the walk leaves behind.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_14(must("A callback on a context that can never end never runs; its first stop returns true and every "
                    + "later one false.")
            .from("G101")
            .by(PROGRAM)
            .needs(CALLBACKS, STOP_RESULT)
            .because("Library code registers on any context that it is given, and relies on the same results of stop "
                    + "everywhere.")
            .go("The same.")
            .look("The shortcut for contexts that never end: its registration has to remember that it was stopped.")
            .example("f0 = afterFunc c0", "stop f0", "stop f0")),
    CALLBACK_15(must("If an order of callbacks is declared, the callbacks of one context start in the order of their "
                    + "registration.")
            .from("G102", "R17")
            .by(PROGRAM)
            .needs(CALLBACKS, CALLBACK_ORDER)
            .because("Users rely on an order that is documented, for example to flush before they close.")
            .goLacks("It promises no order.")
            .look("The collection that holds the callbacks, and an executor that starts them in another order.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "f1 = afterFunc c1", "cancel c1")),
    CALLBACK_16(must("Inside a callback, its context is done and has an err.")
            .from("G103")
            .by(PROGRAM, RACE)
            .needs(CALLBACKS)
            .because("Callbacks ask their context why it ended.")
            .go("The same.")
            .look("Callbacks that are triggered before the end is published.")
            .example("c1 = withCancel c0", "f0 = afterFunc c1", "cancel c1")),
    CALLBACK_17(must("A callback that throws prevents neither the other callbacks nor the end of any descendant, and "
                    + "what it threw is reported.")
            .from("G105", "R13")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .because("Otherwise one faulty callback leaves half the tree running, or its failure disappears without a "
                    + "trace.")
            .goDies("A panic in a callback ends the process, before anything shows what happens to the others.")
            .look("The loop over the callbacks, errors as well as exceptions, and the thread's handler for uncaught "
                    + "exceptions.")
            .example("Of three callbacks on one context the second throws; the "
                    + "others run, a child ends, and the exception is reported once.")),
    CALLBACK_18(must("Inside a callback, every operation works and returns: cancel, derive, register and stop, on its "
                    + "own context and on others.")
            .from("G106", "R14")
            .by(DIRECTED, RACE)
            .needs(CALLBACKS)
            .because("Cleanup code is ordinary code, and a deadlock in it shows up only during a shutdown.")
            .go("The same; a stop of the running callback returns false.")
            .look("A lock or a 'walk in progress' mark that is still held when the callbacks start, or that they wait "
                    + "for.")
            .example("A callback cancels its context again, derives a "
                    + "child, registers a callback on it and stops itself.")),
    CALLBACK_19(must("A callback registered while its context is ending runs exactly once.")
            .from("R12")
            .by(RACE)
            .needs(CALLBACKS, THREADS)
            .because("The registration and the end race. If each leaves the callback to the other, it never runs; if "
                    + "neither does, it runs twice.")
            .go("The same: the state is checked again under the lock that guards the set of children.")
            .look("The gap between checking the state and registering: check again after registering, with one "
                    + "winner.")
            .example("One thread registers a callback while another cancels the context.")),
    CALLBACK_20(must("No lock is held while a callback runs: another thread can read, register on and cancel the "
                    + "context, its parent and its children.")
            .from("R8")
            .by(DIRECTED)
            .needs(CALLBACKS, THREADS)
            .because("A callback may wait for another thread that reads the context. If a lock is held, both wait for "
                    + "ever.")
            .go("The same: callbacks start in goroutines of their own, which hold no lock.")
            .look("Callbacks that are called inside a synchronized block, also at the registration on a done context.")
            .example("A callback waits for a second thread that reads, registers "
                    + "on and cancels its context, its parent and a child.")),
    CALLBACK_21(must("The registration of a null callback throws an exception.")
            .from("G104")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .because("If the mistake is found only when the context ends, it shows up far from where it was made.")
            .goDiffers("It accepts a nil function, and the process dies when that function is due to run.")
            .look("The argument check at registration.")
            .example("A null callback is registered; the call throws, and nothing is registered.")),
    CALLBACK_22(must("A callback of a context with a deadline runs even if the program keeps no reference to the "
                    + "context.")
            .from("R18")
            .by(RESOURCE)
            .needs(CALLBACKS, DEADLINES)
            .because("A watchdog that the garbage collector removes is missed only in the emergency.")
            .go("The same: the timer keeps the context and its children reachable.")
            .look("Weak references on the way from the scheduler to the context and from the context to its "
                    + "callbacks.")
            .example("A callback is registered on a child of a timeout, every "
                    + "reference is dropped, the heap is collected, the time passes.")),
    CALLBACK_23(must("An executor that rejects a callback prevents neither the other callbacks nor the end of any "
                    + "descendant, and the rejection is reported.")
            .from("P3")
            .by(DIRECTED)
            .needs(CALLBACKS)
            .unless(INLINE_CALLBACKS)
            .because("Pools are shut down while contexts are still live, and one rejected callback must not keep a "
                    + "tree running.")
            .goLacks("It has no executor that could reject: every callback gets a goroutine.")
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
