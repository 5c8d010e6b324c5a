package dev.cascata.conformance.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.vectors.Schemas;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line from an adapter, and what it replies to.
 *
 * @param request the line of the suite; null for hello
 * @param declared the capabilities that the adapter declared
 * @param afterThrow whether a step before this one threw
 */
record Message(@Nullable Request request, Set<Capability> declared, boolean afterThrow, JsonNode json) {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Schemas.Judge SCHEMA = Schemas.protocol();
    private static final String FULL = """
            {"id": 5, "answer": true, "atOnce": [1], "done": [1, 2], "timers": 3,
             "contexts": [
               {"err": "cancelled", "cause": "a", "deadline": 2.5, "values": ["v0", null, "v1"],
                "sameDone": true, "dependents": 2, "attached": 1},
               {"err": null, "cause": null, "deadline": null, "values": [null, null, null],
                "sameDone": false, "dependents": null, "attached": null}],
             "ran": [{"callback": 0, "done": true, "err": true, "inline": false},
                     {"callback": 1, "done": true, "err": false, "inline": true}]}
            """;
    private static final String THREW = """
            {"id": 5, "threw": "out of luck", "atOnce": [7], "ran": [], "contexts": [{}]}
            """;
    private static final String HELLO = """
            {"protocol": 1, "name": "library 2", "language": "a language", "capabilities": ["CAUSES", "VALUES"],
             "deepest": 100, "differs": {"CANCEL_1": "page 3"}, "linking": "onCancel"}
            """;

    /** Returns valid messages of every sort. */
    static List<Message> valid() {
        Set<Capability> all = EnumSet.allOf(Capability.class);
        Set<Capability> none = EnumSet.noneOf(Capability.class);
        return List.of(
                reply("cancel", true, all, false, FULL),
                reply("stop", true, all, false, FULL),
                reply("cancel", true, none, false, FULL),
                reply("advance", false, all, false, "{\"id\": 5}"),
                reply("advance", true, all, true, "{\"id\": 5}"),
                reply("cancel", true, all, false, THREW),
                new Message(null, none, false, json(HELLO)));
    }

    private static Message reply(String step, boolean reads, Set<Capability> declared, boolean after, String text) {
        List<Integer> look = reads ? List.of(0, 1, 2) : List.of();
        List<Integer> read = reads ? List.of(0, 1) : List.of();
        Request request = new Request(5, step, 1, null, null, null, null, null, null, null, null, null, look, read);
        return new Message(request, declared, after, json(text));
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Returns a copy that can be changed. */
    Message copy() {
        return new Message(request, declared, afterThrow, json.deepCopy());
    }

    Message declaring(Set<Capability> others) {
        return new Message(request, others, afterThrow, json);
    }

    boolean acceptedBySchema() {
        return SCHEMA.errors(json.toString()).isEmpty();
    }

    boolean acceptedByHand() {
        try {
            if (request == null) {
                Json.introduction(json.toString());
            } else {
                new AnswerCheck(request, Json.answer(json.toString()), declared).check(afterThrow);
            }
            return true;
        } catch (Lines.Malformed malformed) {
            return false;
        }
    }
}
