package dev.cascata.conformance.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All rules, by area and by id. */
public final class Catalogue {
    /** The version of the catalogue; a new rule raises the second number. */
    public static final String VERSION = "1.0";

    private static final int GO_OBSERVATIONS = 140;
    private static final int PEER_OBSERVATIONS = 20;

    private static final List<Area> AREAS = List.of(
            area("ROOT", "Roots", RootRule.values()),
            area("CANCEL", "Cancel", CancelRule.values()),
            area("ERR", "Done and err", ErrRule.values()),
            area("CAUSE", "Cause", CauseRule.values()),
            area("DEADLINE", "Deadlines and timeouts", DeadlineRule.values()),
            area("VALUE", "Values", ValueRule.values()),
            area("DETACH", "Detached contexts", DetachRule.values()),
            area("CALLBACK", "Callbacks", CallbackRule.values()),
            area("FOREIGN", "Foreign parents", ForeignRule.values()),
            area("LINK", "Links and leaks", LinkRule.values()),
            area("WAIT", "Waiting", WaitRule.values()),
            area("MERGE", "Merged contexts", MergeRule.values()),
            area("CALL", "Bound calls and futures", CallRule.values()),
            area("SCALE", "Scale", ScaleRule.values()),
            area("USE", "Use", UseRule.values()));

    private static final List<Rule> ALL =
            AREAS.stream().flatMap(area -> area.rules().stream()).toList();

    private static final Map<String, Rule> BY_ID = byId();

    private Catalogue() {}

    /**
     * The rules about one subject.
     *
     * @param word the first half of their ids
     * @param title the subject, as a heading
     * @param rules the rules in the order of their numbers
     */
    public record Area(String word, String title, List<Rule> rules) {}

    /** The areas, in reading order. */
    public static List<Area> areas() {
        return AREAS;
    }

    /** Every rule, area by area, in the order of the numbers. */
    public static List<Rule> all() {
        return ALL;
    }

    /** The rule of this id, in upper or lower case. */
    public static Optional<Rule> find(String id) {
        return Optional.ofNullable(BY_ID.get(id.toUpperCase(Locale.ROOT)));
    }

    /**
     * Every possible source of a rule: G1 to G140, observed on Go's context; R1 to R20, drawn from the faults of other
     * libraries; P1 and on, the {@link Promises} of this catalogue.
     */
    public static List<String> allObservations() {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= GO_OBSERVATIONS; i++) {
            ids.add("G" + i);
        }
        for (int i = 1; i <= PEER_OBSERVATIONS; i++) {
            ids.add("R" + i);
        }
        ids.addAll(Promises.all().keySet());
        return List.copyOf(ids);
    }

    private static Area area(String word, String title, Rule... rules) {
        return new Area(word, title, List.copyOf(Arrays.asList(rules)));
    }

    private static Map<String, Rule> byId() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (Rule rule : ALL) {
            rules.put(rule.id(), rule);
        }
        return rules;
    }
}
