package dev.cascata.conformance.rules;

import static dev.cascata.conformance.rules.Capability.DEPENDENTS;
import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.FOREIGN_PARENTS;
import static dev.cascata.conformance.rules.Capability.TIMER_COUNT;
import static dev.cascata.conformance.rules.Evidence.DIRECTED;
import static dev.cascata.conformance.rules.Evidence.PROGRAM;
import static dev.cascata.conformance.rules.Evidence.RACE;
import static dev.cascata.conformance.rules.Evidence.RESOURCE;
import static dev.cascata.conformance.rules.Text.must;

/** Who holds whom, and until when. */
public enum LinkRule implements Rule {
    LINK_1(must("A live child is held exactly once, by its nearest "
                    + "cancellable ancestor; value layers in between are skipped.")
            .from("G120")
            .by(PROGRAM)
            .needs(DEPENDENTS)
            .because("A child that is held twice is left behind when it ends, "
                    + "and one that is not held misses the end of its parent.")
            .go("The same.")
            .look("The search for the ancestor to register with, and "
                    + "registering both with the parent and with that ancestor.")
            .example("c1 = withCancel c0", "c2 = withCancel c1")),
    LINK_2(must("The cancel of a child removes it from the context that holds it.")
            .from("G121")
            .by(PROGRAM, RACE)
            .needs(DEPENDENTS)
            .because("A server's context lives for months; children that stay in it after their end fill the heap.")
            .go("The same.")
            .look("The unlinking in cancel: whether it is there, and whether it finds the right entry.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c2")),
    LINK_3(must("After its end a context holds nothing.")
            .from("G122")
            .by(PROGRAM, RACE)
            .needs(DEPENDENTS)
            .because("Somebody who keeps an ended context for its err keeps its whole subtree in memory.")
            .go("The same: the set of children is dropped.")
            .look("Whether the walk clears the links, and registrations that arrive after the end.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "cancel c1")),
    LINK_4(must("A child of a root is held by nobody: once dropped it can be collected, cancelled or not.")
            .from("G123")
            .by(RESOURCE)
            .because("A forgotten cancel under a root would be a leak for the life of the program.")
            .go("The same, its timer aside.")
            .look("Registries of live contexts, and roots that keep their children.")
            .example("A child of a root is made and dropped without a cancel; after a collection it is gone.")),
    LINK_5(must("A live child stays linked until it or its parent ends, whatever its siblings do.")
            .from("G124")
            .by(PROGRAM, RACE)
            .needs(DEPENDENTS)
            .because("A link that a sibling's end removes by mistake is a cancel that never arrives.")
            .go("The same; a child that is never cancelled is held until its parent ends.")
            .look("The removal of one entry from the set of children: "
                    + "swapped entries, stale indexes, broken neighbours.")
            .example("c1 = withCancel c0", "c2 = withCancel c1", "c3 = withCancel c1", "cancel c2")),
    LINK_6(must("An ended context does not hold its former children: once dropped they can be collected.")
            .from("G125")
            .by(RESOURCE)
            .because("Ended contexts are kept in logs and exceptions, and must not drag whole trees along.")
            .go("The same; it still holds the chain of its parents.")
            .look("Arrays and lists that the walk used, and links from an ended context to a child or a neighbour.")
            .example("A parent is cancelled and kept, its children are "
                    + "dropped; after a collection the children are gone.")),
    LINK_7(must("A cancelled timer lets go of its context at once.")
            .from("G126")
            .by(RESOURCE)
            .needs(DEADLINES)
            .because("A call that takes a millisecond under a limit of an hour would stay in memory for that hour.")
            .go("Not quite: a stopped timer may keep the chain alive until the runtime drops it.")
            .look("Tasks that stay in the scheduler's queue after their "
                    + "cancel, and the reference from task to context.")
            .example("A context with a timeout of an hour is cancelled and dropped; "
                    + "after a collection it is gone, with the hour still to come.")),
    LINK_8(must("Once everything in a program has ended, nothing is left: no children, no callbacks, no "
                    + "timers, no hooks and no watchers.")
            .from("R5")
            .by(PROGRAM, RESOURCE)
            .needsOneOf(DEPENDENTS, TIMER_COUNT, FOREIGN_PARENTS)
            .because("Whatever a single round leaves behind, a server leaves behind a million times.")
            .go("The same.")
            .look("The kind of remainder that the report names, and the step that made it.")
            .example("c1 = withCancel c0", "cancel c1")),
    LINK_9(must("After the end of a context nothing more is scheduled on its account.")
            .from("R19")
            .by(PROGRAM, DIRECTED)
            .needs(TIMER_COUNT)
            .because("A timer that sets itself again, or a watcher that "
                    + "polls, keeps a processor busy for a call that is over.")
            .go("The same.")
            .look("Tasks that schedule themselves anew without a look at "
                    + "the state, and retries of an unlinking that failed.")
            .example("c1 = withCancel c0", "cancel c1", "cancel c1")),
    LINK_10(must("A context that is born done makes no timer, no link and no hook.")
            .from("R15")
            .by(PROGRAM)
            .needs(DEPENDENTS)
            .because("During a shutdown every call makes such contexts, "
                    + "and nobody ends them a second time to clean up.")
            .go("The same.")
            .look("The order in the constructor: look at parent and clock first, register and schedule after that.")
            .example("c1 = withCancel c0", "cancel c1", "c2 = withCancel c1")),
    LINK_11(must("Nothing that lives holds what has ended: an ended child of a live parent "
                    + "and a stopped callback, once dropped, can be collected.")
            .from("P8")
            .by(RESOURCE)
            .because("The count of children may be right while a list, a timer or a thread still holds the old ones.")
            .go("The same.")
            .look("Whatever was linked at creation: the parent's list, the timer, the hook, the watcher, a wait queue.")
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
