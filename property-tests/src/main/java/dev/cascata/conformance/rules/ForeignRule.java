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

/** How a context gets on with a parent that somebody else wrote. */
public enum ForeignRule implements Rule {
    FOREIGN_1(must("A wrapper that shares done is treated as the context inside: its children link directly, "
                    + "attach nothing to it, and end in step.")
            .from("G107")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("Most foreign contexts only add a value; each child "
                    + "of one would cost a thread, and would end late.")
            .go("The same: the done channel is compared with that of the context found inside.")
            .look("How sharing is recognised, and whether the child then registers with the context inside.")
            .example("c1 = withCancel c0", "c2 = foreign c1 sharing", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_2(must("A foreign parent with a done of its own and no hook costs at most one watcher per child, "
                    + "which is gone when either side ends.")
            .from("G108")
            .by(PROGRAM, RACE)
            .needs(FOREIGN_PARENTS)
            .because("A watcher that outlives its child under a long-lived parent is a leak of a thread.")
            .go("The same: one goroutine per child.")
            .look("Who releases the watcher when the child ends first.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c3")),
    FOREIGN_3(must("The child of a foreign parent with a done of its own ends soon after that parent.")
            .from("G109")
            .by(PROGRAM, RACE)
            .needs(FOREIGN_PARENTS)
            .because("A tree that a library joined to another's would keep running after the other was cancelled.")
            .go("The same: its watcher ends the child some time after the parent.")
            .look("Whether the watcher is started, and what it waits for.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_4(must("A foreign parent that offers a hook for its end is "
                    + "followed through that hook and not through a watcher.")
            .from("G110", "R20")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("The hook is offered so that a hundred thousand children need not cost as many threads.")
            .go("The same: a parent with such a method is asked, and its done is not watched.")
            .look("The choice between hook and watcher.")
            .example("c1 = withCancel c0", "c2 = foreign c1 hook", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_5(must("The registration with a foreign parent's hook is released when the child is cancelled or "
                    + "expires and when a callback is stopped.")
            .from("G111")
            .by(PROGRAM, RACE)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("The foreign parent holds every child it ever had.")
            .go("The same.")
            .look("Whether every way for a child to end calls the stop handle of the hook.")
            .example("c1 = withCancel c0", "c2 = foreign c1 hook", "c3 = withCancel c2", "cancel c3")),
    FOREIGN_6(must("The hook of a foreign parent is not used if that parent "
                    + "can never end, has already ended, or shares done.")
            .from("G112")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("A registration that can bring nothing costs memory for as long as the parent lives.")
            .go("The same, although its documentation reads as if the hook were always used.")
            .look("The order of the checks: never ends, has ended, shares done, has a hook, watcher.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = foreign c1 hook", "c3 = withCancel c2")),
    FOREIGN_7(must("The end of a child never ends a foreign parent.")
            .from("G113")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("A library would cancel its caller.")
            .go("The same.")
            .look("A cancel that is handed to the parent, and a parent "
                    + "taken for one's own because it can be cancelled.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c3")),
    FOREIGN_8(should("A foreign parent that is done with a null err ends its "
                    + "children as cancelled, with a cause that names the fault.")
            .from("G114")
            .by(DIRECTED)
            .needs(FOREIGN_PARENTS, KINDS, CAUSES)
            .because("Somebody else's mistake would otherwise leave a child that is neither live nor ended.")
            .goCannotShow("It panics, in the constructor or in the watcher, and the second ends the process.")
            .look("The place where a foreign parent's err is read: null has to be expected there.")
            .example("A foreign parent is done but answers a null err; "
                    + "a child is derived before that, another after it.")),
    FOREIGN_9(may("A wrapper that overrides err but shares done is bypassed: children made before the end "
                    + "take the err of the context inside.")
            .from("G115")
            .by(DIRECTED)
            .needs(FOREIGN_PARENTS)
            .because("Whoever writes such a wrapper should know which err its children show.")
            .go("The same, while children made after the end take the wrapper's err.")
            .look("Whether sharing is decided by done alone.")
            .example("A wrapper shares done and answers an err of its own; the "
                    + "context inside is cancelled, and the wrapper's child is read.")),
    FOREIGN_10(must("A foreign hook that fires while the child is registering "
                    + "with it neither deadlocks nor loses the end.")
            .from("G116")
            .by(DIRECTED, RACE)
            .needs(FOREIGN_PARENTS, CALLBACKS)
            .because("A parent that ends at that very moment may well call back before it returns the handle.")
            .goCannotShow("It holds the child's lock at that point, so the call never returns.")
            .look("Locks held across the call of the hook, a re-entrant lock that lets a half-built child "
                    + "through, and a stop handle stored too late.")
            .example("The hook of a foreign parent calls back before it "
                    + "returns; the child is done when its constructor returns.")),
    FOREIGN_11(must("The child of a foreign parent takes the cause which that parent answers at the moment of the end.")
            .from("G117")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CAUSES)
            .because("The reason for the end is known only then; one that is read earlier is null.")
            .go("The same.")
            .look("When the foreign parent's cause is read.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1 cause a")),
    FOREIGN_12(must("A child made under a foreign parent that is already done attaches nothing to it.")
            .from("G118")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("A watcher or a hook that has nothing to wait for is pure cost.")
            .go("The same.")
            .look("The check of the parent's done before anything is attached.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = foreign c1 own", "c3 = withCancel c2")),
    FOREIGN_13(must("A foreign done that is a new object at each call is tolerated: the child ends all the same.")
            .from("G119")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS)
            .because("A foreign context may well build its done on demand, and nothing in the interface forbids it.")
            .go("The same: such a parent counts as foreign.")
            .look("Comparisons of the parent's done by identity, and maps that use it as a key.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_14(must("The child of a foreign parent takes that parent's err as it is.")
            .from("G33")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, KINDS)
            .because("A time-out in the foreign part of a tree would turn into a plain cancel in the other part.")
            .go("The same, whatever error it is.")
            .look("The err that the watcher or the hook hands to the child: the parent's, not a constant.")
            .example("c1 = withCancel c0", "c2 = foreign c1 own", "c3 = withCancel c2", "cancel c1")),
    FOREIGN_15(must("No thread is started for a child of a built-in, "
                    + "done-sharing, never-ending, done or hook-capable parent.")
            .from("G137")
            .by(RESOURCE)
            .needs(FOREIGN_PARENTS, CALLBACKS, THREADS)
            .because("Contexts are made per call, and a thread per call is what they are there to avoid.")
            .go("The same; only a parent with a done of its own and no hook costs a goroutine.")
            .look("Every place that starts a thread, and the choice between link, hook and watcher.")
            .example("A thousand children are made under each of the "
                    + "five sorts of parent, and the threads are counted.")),
    FOREIGN_16(must("The hook of a foreign parent is used through value layers, too.")
            .from("P9")
            .by(PROGRAM)
            .needs(FOREIGN_PARENTS, CALLBACKS, VALUES)
            .because("A value bound on the way would bring back a thread for every child, which the hook is there to "
                    + "spare; a goroutine is cheap enough for Go to put up with it.")
            .goCannotShow(
                    "It looks for the method on the parent itself, and a value layer does not hand it on: what is "
                            + "derived below the layer watches done instead.")
            .look("Where the hook is looked for: on the parent given, or on what is found below its value layers.")
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
