package dev.cascata.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What the suite rejects and the schema cannot: a schema sees one line, and not what the line replies to. */
enum OnlyByHand {
    /** The schema does not know which line is next. */
    WRONG_ID((m, request) -> m.json().path("id").asLong() != request.id()),
    /** The schema does not know the step. */
    NO_ANSWER((m, request) -> complete(m)
            && !m.json().has("answer")
            && (needs(m, request, "cancel", Capability.CANCEL_RESULT)
                    || needs(m, request, "stop", Capability.STOP_RESULT))),
    /** The schema does not know the declared capabilities. */
    NO_TIMERS((m, request) -> complete(m)
            && !m.json().has("timers")
            && !request.read().isEmpty()
            && m.declared().contains(Capability.TIMER_COUNT)),
    /** The schema does not know the declared capabilities. */
    NO_VALUES((m, request) -> complete(m) && leftOut(m, "values", Capability.VALUES)),
    /** The schema does not know the declared capabilities. */
    NO_SAME_DONE((m, request) -> complete(m) && leftOut(m, "sameDone", Capability.DONE_OBJECT)),
    /** The schema does not know which contexts the suite asked about. */
    NOT_LOOKED_AT((m, request) -> complete(m)
            && !(looked(m.json().path("atOnce"), request) && looked(m.json().path("done"), request))),
    /** The schema does not know how many contexts the suite asked about. */
    WRONG_COUNT((m, request) ->
            complete(m) && m.json().path("contexts").size() != request.read().size()),
    /** The schema does not list the rules. */
    UNKNOWN_RULE(m -> {
        List<String> rules = new ArrayList<>();
        m.json().path("differs").fieldNames().forEachRemaining(rules::add);
        return rules.stream().anyMatch(rule -> Catalogue.find(rule).isEmpty());
    }),
    /** To a schema 5.0 is an integer, and integers have no limit. */
    NOT_AN_INT(m -> numbers("", m.json()));

    @SuppressWarnings("ImmutableEnumChecker") // The predicates have no state.
    private final Predicate<Message> applies;

    OnlyByHand(Predicate<Message> applies) {
        this.applies = applies;
    }

    OnlyByHand(BiPredicate<Message, Request> applies) {
        this(m -> m.request() != null && applies.test(m, Objects.requireNonNull(m.request())));
    }

    boolean appliesTo(Message message) {
        return applies.test(message);
    }

    /** Returns whether the reply needs more than its id. */
    private static boolean complete(Message m) {
        return !m.afterThrow() && !m.json().has("threw");
    }

    private static boolean needs(Message m, Request request, String step, Capability capability) {
        return request.step().equals(step) && m.declared().contains(capability);
    }

    private static boolean leftOut(Message m, String field, Capability capability) {
        boolean left = false;
        for (JsonNode reading : m.json().path("contexts")) {
            left |= !reading.has(field);
        }
        return left && m.declared().contains(capability);
    }

    private static boolean looked(JsonNode contexts, Request request) {
        Set<Integer> named = new HashSet<>();
        contexts.forEach(c -> named.add(c.asInt()));
        return request.look().containsAll(named);
    }

    /** Returns whether some number is an integer to a schema, but not an int. A deadline may be any number. */
    private static boolean numbers(String field, JsonNode node) {
        if (node.isNumber()) {
            return !field.equals("deadline")
                    && (node.isFloatingPointNumber() ? node.doubleValue() % 1 == 0 : !node.canConvertToInt());
        }
        boolean any = false;
        for (var entry : node.properties()) {
            any |= numbers(entry.getKey(), entry.getValue());
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                any |= numbers(field, element);
            }
        }
        return any;
    }
}
