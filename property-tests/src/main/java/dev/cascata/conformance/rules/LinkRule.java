package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.RESOURCE;
import static dev.cascata.conformance.rules.Text.must;

/** Which contexts are linked, until when, and what may stay in memory. */
public enum LinkRule implements Rule {
    LINK_1(must("A live child is linked exactly once, as a dependent of its nearest cancellable ancestor; value "
                    + "layers in between are skipped.")
            .from("G120")
            .by(PROGRAM)
            .needs(DEPENDENTS)
            .because("A child that is linked twice leaves an entry behind when it ends, and a child that is not "
                    + "linked misses the end of its parent.")
            .go("The same.")
            .look("The search for the ancestor to register with, and a child that registers both with the parent and "
                    + "with that ancestor.")
            .example("c1 = withCancel c0", "c2 = withCancel c1")),
    LINK_2(must("The cancel of a child removes it from the dependents of the context that it is linked to.")
            .from("G121")
            .by(PROGRAM, RACE)
            .needs(DEPENDENTS)
            .because("The context of a server lives for months. Children that stay linked after their end fill the "
                    + "heap.")
            .go("The same.")
            .look("The unlinking in cancel: whether it exists, and whether it finds the right entry.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c2")),
    LINK_3(must("After its end, a context has no dependents.")
            .from("G122")
            .by(PROGRAM, RACE)
            .needs(DEPENDENTS)
            .because("Otherwise code that keeps a done context for its err keeps the whole subtree in memory.")
            .go("The same: the set of children is dropped.")
            .look("Whether the walk clears the links, and registrations that arrive after the end.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c1")),
    LINK_4(must("A child of a root can be collected once the program drops it, cancelled or not: the library keeps no "
                    + "reference to it.")
            .from("G123")
            .by(RESOURCE)
            .because("Otherwise a forgotten cancel under a root would be a leak for the life of the program.")
            .go("The same, except for its timer.")
            .look("Registries of live contexts, and roots that keep their children.")
            .example("A child of a root is made and dropped without a cancel; after a collection it is gone.")),
    LINK_5(must("A live child stays linked until it or its parent ends, even if its siblings end.")
            .from("G124")
            .by(PROGRAM, RACE)
            .needs(DEPENDENTS)
            .because("If the end of a sibling removes a link by mistake, the next cancel does not reach the child.")
            .go("The same; a child that is never cancelled stays linked until its parent ends.")
            .look("The removal of one entry from the set of children: swapped entries, stale indexes, broken "
                    + "neighbours.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "c3 = withCancel c1", "cancel c2")),
    LINK_6(must("A done context keeps no reference to its former children: they can be collected once the program "
                    + "drops them.")
            .from("G125")
            .by(RESOURCE)
            .because("Done contexts are kept in logs and exceptions, and must not keep whole trees in memory.")
            .go("The same; it still refers to the chain of its parents.")
            .look("Arrays and lists that the walk used, and links from a done context to a child or a neighbour.")
            .example("A parent is cancelled and kept, its children are "
                    + "dropped; after a collection the children are gone.")),
    LINK_7(must("A cancelled timer releases its context at once.")
            .from("G126")
            .by(RESOURCE)
            .needs(DEADLINES)
            .because("Otherwise a call that takes a millisecond under a limit of an hour stays in memory for that "
                    + "hour.")
            .goDiffers("A stopped timer may keep the chain of contexts in memory until the runtime drops the timer.")
            .look("Tasks that stay in the queue of the scheduler after their cancel, and the reference from the task "
                    + "to the context.")
            .example("A context with a timeout of an hour is cancelled and dropped; "
                    + "after a collection it is gone, with the hour still to come.")),
    LINK_8(must("When everything in a program has ended, nothing is left: no children, no callbacks, no timers, no "
                    + "hooks and no watchers.")
            .from("R5")
            .by(PROGRAM, RESOURCE)
            .needsOneOf(DEPENDENTS, TIMER_COUNT, FOREIGN_PARENTS)
            .because("What a single round leaves behind, a server leaves behind a million times.")
            .go("The same.")
            .look("The kind of remainder that the report names, and the step that made it.")
            .example("c1 = withCancel c0", "cancel c1")),
    LINK_9(must("After the end of a context, nothing more is scheduled for it.")
            .from("R19")
            .by(PROGRAM, DIRECTED)
            .needs(TIMER_COUNT)
            .because("A timer that sets itself again, or a watcher that polls, keeps a processor busy for a call that "
                    + "has ended.")
            .go("The same.")
            .look("Tasks that schedule themselves again without checking the state, and retries of an unlinking that "
                    + "failed.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1")),
    LINK_10(must("A context that is done from the start makes no timer, no link and no hook.")
            .from("R15")
            .by(PROGRAM)
            .needs(DEPENDENTS)
            .because("During a shutdown every call makes such contexts, and no later end cleans up after them.")
            .go("The same.")
            .look("The order in the constructor: check the parent and the clock first, then register and schedule.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = withCancel c1")),
    LINK_11(must("The library keeps no reference to what has ended: a done child of a live parent and a stopped "
                    + "callback can be collected once the program drops them.")
            .from("P8")
            .by(RESOURCE)
            .because("The number of dependents may be right while a list, a timer or a thread still refers to the old "
                    + "ones.")
            .go("The same.")
            .look("Everything that was linked at creation: the list of the parent, the timer, the hook, the watcher, "
                    + "a wait queue.")
            .example("Children of a live parent end in every way and are dropped; after a collection they are gone."));

    @SuppressWarnings("ImmutableEnumChecker") // Text changes only while the constants are made.
    private final Text text;

    LinkRule(Text text) {
        this.text = text;
    }

    @Override
    public Text text() {
        return text;
    }
}
