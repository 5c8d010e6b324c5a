package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.KINDS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.RESOURCE;
import static dev.cascata.conformance.rules.Text.may;
import static dev.cascata.conformance.rules.Text.must;
import static dev.cascata.conformance.rules.Text.should;

/** How a context follows a parent of another implementation. */
public enum ForeignRule implements Rule {
    FOREIGN_1(must("A foreign context that shares done counts as the context inside: its children link to that "
                    + "context, end together with it, and attach nothing to the foreign one.")
            .from("G107")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("Most foreign contexts only add a value. Otherwise each of their children would cost a thread "
                    + "and end late.")
            .go("The same: the done channel is compared with that of the context found inside.")
            .look("How sharing is detected, and whether the child then registers with the context inside.")
            .example("c1 = withCancel c0", "c2 = foreign c1 sharing", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_2(must("A foreign parent with its own done and no hook costs at most one watcher per child, which is "
                    + "released when either of the two ends.")
            .from("G108")
            .by(PROGRAM, RACE)
            .needs(FOREIGN_PARENTS)
            .because("A watcher that outlives its child under a long-lived parent leaks a thread.")
            .go("The same: one goroutine per child.")
            .look("Which code releases the watcher when the child ends first.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c3")),
    FOREIGN_3(must("The child of a foreign parent with its own done ends soon after that parent.")
            .from("G109")
            .by(PROGRAM, RACE)
            .needs(FOREIGN_PARENTS)
            .because("Otherwise the part of a tree below another library's context keeps running after that context "
                    + "was cancelled.")
            .go("The same: its watcher ends the child some time after the parent.")
            .look("Whether the watcher is started, and what it waits for.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_4(must("A foreign parent that offers a hook for its end is followed through that hook and not through a "
                    + "watcher.")
            .from("G110", "R20")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("The hook is offered so that a hundred thousand children do not need as many threads.")
            .go("The same: the method of such a parent is called, and its done is not watched.")
            .look("The choice between hook and watcher.")
            .example("c1 = withCancel c0", "c2 = foreign c1 hook", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_5(must("A registration with the hook of a foreign parent is released when the child is cancelled or "
                    + "expires, and when the callback that it serves is stopped.")
            .from("G111")
            .by(PROGRAM, RACE)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("Otherwise the foreign parent keeps every child in memory that it ever had.")
            .go("The same.")
            .look("Whether every way for a child to end stops the registration with the hook.")
            .example("c1 = withCancel c0", "c2 = foreign c1 hook", "c3 = withCancel c2", "cancel c3")),
    FOREIGN_6(must("The hook of a foreign parent is not used if that parent can never end, is already done, or shares "
                    + "done.")
            .from("G112")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("A registration that can never have an effect costs memory as long as the parent lives.")
            .go("The same, although its documentation suggests that the hook is always used.")
            .look("The order of the checks: never ends, is done, shares done, has a hook, watcher.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = foreign c1 hook", "c3 = withCancel c2")),
    FOREIGN_7(must("The end of a child never ends a foreign parent.")
            .from("G113")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("Otherwise a library would cancel its caller.")
            .go("The same.")
            .look("A cancel that is passed to the parent, and a foreign parent that is treated as built-in because it "
                    + "can be cancelled.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c3")),
    FOREIGN_8(should("A foreign parent that is done with a null err ends its children as cancelled, with a cause that "
                    + "names the fault.")
            .from("G114")
            .by(DIRECTED)
            .needs(FOREIGN_PARENTS, KINDS, CAUSES)
            .because("Otherwise the mistake of another implementation leaves a child that is neither live nor done.")
            .goDies("It panics, in the constructor or in the watcher, and the second ends the process.")
            .look("The code that reads the err of a foreign parent: it has to expect null.")
            .example("A foreign parent is done but has a null err; a child is derived before that, another after it.")),
    FOREIGN_9(may("A foreign context that overrides err but shares done is bypassed: children made before the end "
                    + "take the err of the context inside.")
            .from("G115")
            .by(DIRECTED)
            .needs(FOREIGN_PARENTS)
            .because("The author of such a context should know which err its children have.")
            .go("The same, while children made after the end take the err of the foreign context.")
            .look("Whether sharing is decided by done alone.")
            .example("A foreign context shares done and has an err of its own; the context inside is cancelled, and "
                    + "the child of the foreign context is read.")),
    FOREIGN_10(must("A foreign hook that fires while the child is registering with it neither deadlocks nor loses the "
                    + "end.")
            .from("G116")
            .by(DIRECTED, RACE)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("A parent that ends at that moment may run the callback before it returns the registration.")
            .goDies("It holds the lock of the child at that point, so the call never returns.")
            .look("Locks held across the call of the hook, a re-entrant lock that exposes a half-built child, and a "
                    + "registration that is stored too late.")
            .example("The hook of a foreign parent calls back before it "
                    + "returns; the child is done when its constructor returns.")),
    FOREIGN_11(must("The child of a foreign parent takes the cause that this parent returns at the moment of the end.")
            .from("G117")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CAUSES)
            .because("The reason for the end is known only then. A cause that is read earlier is null.")
            .go("The same.")
            .look("When the cause of the foreign parent is read.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1 cause a")),
    FOREIGN_12(must("A child made under a foreign parent that is already done attaches nothing to it.")
            .from("G118")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("A watcher or a hook that has nothing to wait for costs memory and threads without any use.")
            .go("The same.")
            .look("The check of the parent's done before anything is attached.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = foreign c1 own", "c3 = withCancel c2")),
    FOREIGN_13(must("The child of a foreign parent ends even if that parent returns a new done object at each call.")
            .from("G119")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("A foreign context may make its done on demand, and nothing in the interface forbids it.")
            .go("The same: such a parent counts as foreign.")
            .look("Comparisons of the parent's done by identity, and maps that use it as a key.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_14(must("The child of a foreign parent takes the err of that parent unchanged.")
            .from("G33")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, KINDS)
            .because("Otherwise a timeout in the foreign part of a tree would become a plain cancel in the other "
                    + "part.")
            .go("The same, for any error.")
            .look("The err that the watcher or the hook passes to the child: that of the parent, not a constant.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_15(must("No thread is started for a child of a parent that is built-in, shares done, never ends, is done "
                    + "or has a hook.")
            .from("G137")
            .by(RESOURCE)
            .needs(FOREIGN_PARENTS, CALLBACKS, THREADS)
            .because("Programs make a context per call, and contexts exist to avoid a thread per call.")
            .go("The same; only a parent with its own done and no hook costs a goroutine.")
            .look("Every place that starts a thread, and the choice between link, hook and watcher.")
            .example("A thousand children are made under each of the "
                    + "five sorts of parent, and the threads are counted.")),
    FOREIGN_16(must("The hook of a foreign parent is used through value layers too.")
            .from("P9")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CALLBACKS, VALUES)
            .because("Otherwise one value layer brings back a thread for every child, which the hook is there to "
                    + "avoid.")
            .goDiffers("It looks for the method on the parent itself, and a value layer does not pass it on: a "
                    + "goroutine watches done instead.")
            .look("Where the hook is searched: on the given parent, or on the context behind its value layers.")
            .example("c1 = withCancel c0", "c2 = foreign c1 hook", "c3 = withValue c2 k0 v0", "c4 = withCancel c3"));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    ForeignRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
