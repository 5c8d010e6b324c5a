package dev.cascata.conformance.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.docs.GeneratedPart;
import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The messages of the line protocol are valid by its schema. */
class SchemaTest {
    private static final Schemas.Judge PROTOCOL = Schemas.protocol();
    private static final Path PAGE = Path.of("..", "docs", "other-languages.md");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void everyLineOfRandomProgramsAndEveryReplyIsValid() {
        JqwikSession.run(() -> {
            ReferenceKit kit = new ReferenceKit();
            RandomGenerator<Program> programs = Programs.all(kit.capabilities()).generator(1000);
            Random random = new Random(Options.DEFAULT_SEED);
            for (int i = 0; i < 100; i++) {
                Program program = programs.next(random).value();
                KitAdapter live = new KitAdapter(kit);
                for (Request line : ProtocolScript.of(program)) {
                    assertValid(line);
                    assertValid(live.answer(line));
                }
            }
        });
    }

    private static void assertValid(Object message) {
        try {
            String line = MAPPER.writeValueAsString(message);
            assertThat(PROTOCOL.errors(line)).as(line).isEmpty();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void transcriptOnThePageIsValid() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("{"))
                .toList();

        assertThat(lines)
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(PROTOCOL.errors(line)).isEmpty());
    }

    @Test
    void pageListsEveryCapabilityWithItsMeaning() throws IOException {
        GeneratedPart table = new GeneratedPart(PAGE, "capabilities");
        StringBuilder rows = new StringBuilder("| name | means |\n|---|---|\n");
        for (Capability capability : Capability.values()) {
            rows.append(String.format(Locale.ROOT, "| `%s` | %s |\n", capability, capability.meaning()));
        }

        table.check(rows.toString());
    }

    @Test
    void schemaKnowsEveryCapability() {
        for (Capability capability : Capability.values()) {
            String line =
                    "{\"protocol\":1,\"name\":\"n\",\"language\":\"l\",\"capabilities\":[\"" + capability + "\"]}";
            assertThat(PROTOCOL.errors(line)).as(line).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"step\":\"begin\",\"look\":[0]}",
                "{\"id\":0,\"step\":\"begin\",\"look\":[0],\"read\":[0]}",
                "{\"id\":1,\"step\":\"start\",\"look\":[],\"read\":[]}",
                "{\"id\":1,\"step\":\"withCancel\",\"look\":[],\"read\":[]}",
                "{\"id\":1,\"step\":\"advance\",\"look\":[],\"read\":[]}",
                "{\"id\":1,\"step\":\"fan\",\"context\":0,\"look\":[],\"read\":[]}",
                "{\"id\":1,\"step\":\"cancel\",\"context\":0,\"cause\":\"e\",\"look\":[],\"read\":[]}",
                "{\"id\":1,\"ended\":[0]}",
                "{\"id\":1,\"contexts\":[{\"values\":[null]}]}",
                "{\"id\":1,\"ran\":[{\"callback\":0}]}",
                "{\"protocol\":2,\"name\":\"n\",\"language\":\"l\",\"capabilities\":[]}",
                "{\"protocol\":1,\"name\":\"n\",\"language\":\"l\",\"capabilities\":[\"SPEED\"]}",
            })
    void invalidMessageIsRefused(String line) {
        assertThat(PROTOCOL.errors(line)).isNotEmpty();
    }
}
