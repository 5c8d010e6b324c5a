package dev.cascata.conformance.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cascata.conformance.rules.Catalogue;
import java.util.Map;

/** Lines of the protocol as JSON; what is read has to be exactly what is meant. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

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
            throw new Lines.Malformed(
                    "speaks version " + hello.protocol() + " of the protocol, and the suite " + Hello.PROTOCOL);
        }
        if (hello.name() == null || hello.language() == null || hello.capabilities() == null) {
            throw new Lines.Malformed("did not tell its name, language and capabilities: " + Lines.excerpt(line));
        }
        Map<String, String> differs = hello.differs() == null ? Map.of() : hello.differs();
        for (String rule : differs.keySet()) {
            if (Catalogue.find(rule).isEmpty()) {
                throw new Lines.Malformed("differs in a rule that there is not, " + rule);
            }
        }
        return hello;
    }

    private static <T> T read(String line, Class<T> type) throws Lines.Malformed {
        try {
            T message = MAPPER.readValue(line, type);
            if (message == null) {
                throw new Lines.Malformed("answered null");
            }
            return message;
        } catch (UnrecognizedPropertyException e) {
            throw new Lines.Malformed("used a name that the protocol does not have, \"" + e.getPropertyName() + "\": "
                    + Lines.excerpt(line));
        } catch (JsonProcessingException e) {
            throw new Lines.Malformed("wrote a line that is no message: " + Lines.excerpt(line));
        }
    }
}
