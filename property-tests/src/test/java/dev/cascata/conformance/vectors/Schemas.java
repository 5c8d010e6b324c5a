package dev.cascata.conformance.vectors;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The schemas of the suite, ready to judge lines. */
public final class Schemas {
    private static final Map<String, String> ALL = Map.of(
            "urn:cascata:protocol:v1", text("/protocol/v1.schema.json"),
            "urn:cascata:vectors:v1", text("/vectors/v1.schema.json"));

    private Schemas() {}

    /** Judges lines by one schema. */
    public interface Judge {
        /** What is wrong with a line; empty if it is valid. */
        List<String> errors(String line);
    }

    public static Judge protocol() {
        return judge("urn:cascata:protocol:v1");
    }

    static Judge vectors() {
        return judge("urn:cascata:vectors:v1");
    }

    private static Judge judge(String id) {
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(ALL));
        Schema schema = registry.getSchema(Objects.requireNonNull(ALL.get(id)), InputFormat.JSON);
        return line -> schema.validate(line, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static String text(String resource) {
        try (InputStream in = Schemas.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
