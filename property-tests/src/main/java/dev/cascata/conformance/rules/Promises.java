package dev.cascata.conformance.rules;

import static java.util.Map.entry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sources of rules that were not observed in any library: the catalogue itself asks for them. */
public final class Promises {
    private static final Map<String, String> ALL = Collections.unmodifiableMap(inOrder(
            entry("P1", "No operation on a live or done context throws."),
            entry("P2", "Every operation returns."),
            entry("P3", "An executor that rejects a callback affects no other callback and no descendant."),
            entry("P4", "The cost of an end per context does not depend on the number of contexts."),
            entry("P5", "Every operation works at any depth."),
            entry("P6", "The printed form of a context stays short."),
            entry("P7", "An expiry reaches as far as a cancel."),
            entry("P8", "The library keeps no reference to what has ended."),
            entry("P9", "The hook of a foreign parent is used through value layers."),
            entry("P10", "A merged context ends with the first of its parents."),
            entry("P11", "A merged context has the err and the cause of the parent that ended first."),
            entry("P12", "The deadline of a merged context is the earliest."),
            entry("P13", "The values of a merged context come from its first parent."),
            entry("P14", "A merged context is released from every parent when it ends."),
            entry("P15", "A context merged from a done parent is done from the start."),
            entry("P16", "A merged context ends none of its parents."),
            entry("P17", "A cancel reaches through merged contexts before it returns."),
            entry("P18", "A merged context is one dependent of each parent."),
            entry("P19", "Merged contexts need no recursion."),
            entry("P20", "Cancels that meet below merged contexts neither hang nor return early."),
            entry("P21", "A bound call is interrupted once when its context ends."),
            entry("P22", "Nothing of the interrupt of a bound call is left on the thread."),
            entry("P23", "A bound call keeps an interrupt from elsewhere."),
            entry("P24", "A call bound to a done context does not run its task."),
            entry("P25", "An interrupted call reports why its context ended."),
            entry("P26", "The interrupt of a bound call does not wait for callbacks."),
            entry("P27", "A bound call leaves no dependent on its context."),
            entry("P28", "A bound future is cancelled when its context ends."),
            entry("P29", "A bound future that completes is released."),
            entry("P30", "Every end wakes the threads that wait for it."),
            entry("P31", "A wait for the end of a done context returns at once."),
            entry("P32", "A limit is measured on the clock of the context."),
            entry("P33", "An interrupt ends the wait and changes nothing else."),
            entry("P34", "A wait leaves nothing behind.")));

    private Promises() {}

    /** The promises by id, in the order of their ids. */
    public static Map<String, String> all() {
        return ALL;
    }

    @SafeVarargs
    private static Map<String, String> inOrder(Map.Entry<String, String>... entries) {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, String> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return all;
    }
}
