package dev.cascata.conformance.rules;

import java.util.List;

/** The words that the rules use, for readers who do not know Go's context or this suite. */
final class Glossary {
    private static final List<Entry> ALL = List.of(
            entry("context", "Carries a cancellation signal, a deadline and values from a caller to its callees."),
            entry("root", "A context without a parent. It never ends."),
            entry(
                    "parent, child",
                    "A child is derived from its parent. Unless it is detached, it ends when its parent ends."),
            entry("ancestor, descendant", "A parent, its parent and so on; a child, its children and so on."),
            entry("live", "The state of a context that has not ended."),
            entry(
                    "done",
                    "The state of a context after its end. Also the object by which a context signals that state."),
            entry("end", "The event that makes a context done: a cancel, an expiry, or the end of an ancestor."),
            entry("cancel", "The call that ends a context at once."),
            entry("expiry", "The end of a context by its deadline."),
            entry("kind", "How a context ended: cancelled or deadline exceeded."),
            entry("err", "Null while a context is live. After its end, an object that has the kind."),
            entry("cause", "Why a context ended: the object given to the cancel or the deadline, or else the err."),
            entry(
                    "deadline, timeout",
                    "The time at which a context ends at the latest. A timeout is a deadline relative to now."),
            entry(
                    "virtual time, tick",
                    "Time that moves only when a program says so. Its unit, the tick, is a millisecond."),
            entry("layer", "A context on the way from a context to its root. A value layer only adds a binding."),
            entry("detached context", "Keeps the values of its parent, but neither its end nor its deadline."),
            entry("merged context", "Has several parents and ends with the first of them."),
            entry("built-in context", "A context that the judged library implements itself."),
            entry(
                    "foreign context",
                    "A context of another implementation, around a built-in one: the context inside. It either shares "
                            + "done, which means that it returns the done of the context inside, or has its own done."),
            entry("hook", "The method of a foreign context that registers a callback for its end."),
            entry("watcher", "A thread that waits for the end of a foreign parent which has no hook."),
            entry(
                    "linked",
                    "A child is linked to its nearest cancellable ancestor, the context that ends it. A descendant is "
                            + "linked if only built-in contexts, and foreign ones that share done, are in between."),
            entry("dependents", "The children and callbacks that a context holds, to end or run them when it ends."),
            entry("callback", "Code of a user that runs once when a context ends."),
            entry("registration", "The object that stands for a registered callback. Its stop prevents the callback."),
            entry("bound call", "A task that the calling thread runs, and that is interrupted when a context ends."),
            entry("bound future", "A future that is cancelled when a context ends."),
            entry("walk", "The part of a cancel or an expiry that visits the descendants and ends them."),
            entry("propagation", "When descendants become done: one of EAGER, TWO_PHASE, ATOMIC and LAZY."),
            entry("user code", "Code that a user passes to the library: callbacks and executors."),
            entry("kit", "The Java class that connects a library to the suite."),
            entry("adapter", "A process that connects a library in another language to the suite."),
            entry(
                    "capability",
                    "Something that not every library offers. A kit or an adapter declares those of its library."),
            entry("program", "A list of steps, such as `c1 = withCancel c0`, that the suite runs on a library."),
            entry("model", "The suite's own small context. It predicts what a library should return in a program."),
            entry("mutant", "A context with one deliberate bug, which the suite has to find."));

    private Glossary() {}

    /**
     * A word and what it means.
     *
     * @param term the word, or words that are explained together
     * @param meaning what it means, in a sentence or two
     */
    record Entry(String term, String meaning) {}

    /** The entries, each after those that it builds on. */
    static List<Entry> all() {
        return ALL;
    }

    private static Entry entry(String term, String meaning) {
        return new Entry(term, meaning);
    }
}
