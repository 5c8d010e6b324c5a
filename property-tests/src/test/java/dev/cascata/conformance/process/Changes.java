package dev.cascata.conformance.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Single changes of a message, at every place in it: a field or an element more, less, twice or with another value. */
final class Changes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final long BEYOND_INT = 3_000_000_000L;
    private static final List<JsonNode> VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode("text"),
            JSON.textNode(""),
            JSON.numberNode(7),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(1.5),
            JSON.numberNode(5.0),
            JSON.numberNode(BEYOND_INT),
            JSON.booleanNode(true),
            JSON.arrayNode(),
            JSON.objectNode());

    private Changes() {}

    /** Returns every change. Each changes {@code message} itself; only one of them can be made. */
    static List<Runnable> of(JsonNode message) {
        List<Runnable> changes = new ArrayList<>();
        collect(message, changes);
        return changes;
    }

    private static void collect(JsonNode node, List<Runnable> changes) {
        if (node instanceof ObjectNode object) {
            fields(object, changes);
        } else if (node instanceof ArrayNode array) {
            elements(array, changes);
        }
    }

    private static void fields(ObjectNode object, List<Runnable> changes) {
        changes.add(() -> object.put("extra", 1));
        changes.add(() -> object.put("RULE_99", "text"));
        object.fieldNames().forEachRemaining(field -> {
            changes.add(() -> object.remove(field));
            VALUES.forEach(value -> changes.add(() -> object.set(field, value.deepCopy())));
            collect(object.get(field), changes);
        });
    }

    private static void elements(ArrayNode array, List<Runnable> changes) {
        changes.add(() -> array.add(9));
        for (int i = 0; i < array.size(); i++) {
            int at = i;
            changes.add(() -> array.remove(at));
            changes.add(() -> array.add(array.get(at).deepCopy()));
            VALUES.forEach(value -> changes.add(() -> array.set(at, value.deepCopy())));
            collect(array.get(i), changes);
        }
    }
}
