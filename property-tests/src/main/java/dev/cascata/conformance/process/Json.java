package dev.cascata.conformance.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines of the protocol as JSON. Reads strictly: no field more, none of another type, and no null where none is allowed. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private static final int LONGEST_NAME = 100;

    /** The fields that may be null, and the lists that may have null elements. */
    private static final Set<String> NULLABLE =
            Set.of("err", "cause", "deadline", "dependents", "attached", "values[]");

    private Json() {}

    static String line(Object message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Answer answer(String line) throws Lines.Malformed {
        return read(line, Answer.class);
    }

    static Hello.Introduction introduction(String line) throws Lines.Malformed {
        Hello.Introduction hello = read(line, Hello.Introduction.class);
        if (hello.protocol() != Hello.PROTOCOL) {
            throw new Lines.Malformed("speaks version " + hello.protocol()
                    + " of the protocol, but the suite speaks version " + Hello.PROTOCOL);
        }
        if (hello.name() == null || hello.language() == null || hello.capabilities() == null) {
            throw new Lines.Malformed("left out its name, language or capabilities: " + Lines.excerpt(line));
        }
        checkPrintable("name", hello.name());
        checkPrintable("language", hello.language());
        if (new HashSet<>(hello.capabilities()).size() < hello.capabilities().size()) {
            throw new Lines.Malformed("declared a capability twice: " + Lines.excerpt(line));
        }
        if (hello.deepest() != null && hello.deepest() < 1) {
            throw new Lines.Malformed("wrote " + hello.deepest() + " in \"deepest\", which must be at least 1");
        }
        checkRules(hello.differs() == null ? Map.of() : hello.differs());
        return hello;
    }

    /** Refuses a text that would spoil the report. */
    private static void checkPrintable(String field, String text) throws Lines.Malformed {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new Lines.Malformed("wrote a \"" + field + "\" that is not one line of at most " + LONGEST_NAME
                    + " characters: " + Lines.excerpt(text));
        }
    }

    private static void checkRules(Map<String, String> differs) throws Lines.Malformed {
        for (String rule : differs.keySet()) {
            if (Catalogue.find(rule).isEmpty()) {
                throw new Lines.Malformed("named an unknown rule in \"differs\", " + rule);
            }
        }
    }

    private static <T> T read(String line, Class<T> type) throws Lines.Malformed {
        try {
            JsonNode message = MAPPER.readTree(line);
            checkNulls("message", message);
            return MAPPER.treeToValue(message, type);
        } catch (InvalidFormatException e) {
            throw new Lines.Malformed(
                    e.getTargetType() == Capability.class
                            ? "declared an unknown capability, " + Lines.excerpt("" + e.getValue())
                            : "wrote a line that is not a message: " + Lines.excerpt(line));
        } catch (UnrecognizedPropertyException e) {
            throw new Lines.Malformed("used a field that the protocol does not have, \"" + e.getPropertyName() + "\": "
                    + Lines.excerpt(line));
        } catch (JsonProcessingException e) {
            throw new Lines.Malformed("wrote a line that is not a message: " + Lines.excerpt(line));
        }
    }

    private static void checkNulls(String name, JsonNode node) throws Lines.Malformed {
        if (node.isNull() && !NULLABLE.contains(name)) {
            throw new Lines.Malformed("wrote null in \"" + name + "\", which must not be null");
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            checkNulls(field.getKey(), field.getValue());
        }
        for (JsonNode element : node.isArray() ? node : List.<JsonNode>of()) {
            checkNulls(name + "[]", element);
        }
    }
}
