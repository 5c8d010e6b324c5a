package dev.cascata.conformance.vectors;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Programs with the replies of a real library, as JSON: a header, then one program on each line.
 *
 * @param header the origin of the replies
 * @param vectors the programs
 */
record Vectors(Header header, List<Vector> vectors) {
    /** The replies of Go's own context. */
    static final String GO = "/vectors/go.jsonl";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * The origin of the replies.
     *
     * @param vectors the version of the format
     * @param library its name
     * @param language its language, with the version
     * @param capabilities what the library declared
     */
    @JsonPropertyOrder({"vectors", "library", "language", "capabilities"})
    record Header(int vectors, String library, String language, Set<Capability> capabilities) {}

    /**
     * One program.
     *
     * @param program its steps, for people
     * @param lines its lines in the line protocol
     * @param runs every run that was seen: for each line, the reply
     */
    @JsonPropertyOrder({"program", "lines", "runs"})
    record Vector(List<String> program, List<Request> lines, List<List<Answer>> runs) {
        Program parsed() {
            return Program.parse(String.join("\n", program));
        }
    }

    static Vectors read(String resource) {
        try (InputStream in = Vectors.class.getResourceAsStream(resource)) {
            return parse(new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Vectors parse(String text) throws JsonProcessingException {
        List<String> lines = text.lines().toList();
        List<Vector> vectors = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            vectors.add(MAPPER.readValue(line, Vector.class));
        }
        return new Vectors(MAPPER.readValue(lines.get(0), Header.class), vectors);
    }

    String write() {
        StringBuilder text = new StringBuilder(line(header));
        vectors.forEach(v -> text.append(line(v)));
        return text.toString();
    }

    private static String line(Object value) {
        try {
            return MAPPER.writeValueAsString(value) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
