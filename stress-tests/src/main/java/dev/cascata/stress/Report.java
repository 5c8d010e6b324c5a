package dev.cascata.stress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cascata.conformance.rules.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Expect;

/** Writes what the races say to {@code races.json}, and adds it to the {@code conformance.json} of the same folder. */
final class Report {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;

    /** Refuses a folder that cannot be written before anything is run. */
    Report(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "races", ".tmp"));
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Writes the files, and tells what was done in a line. */
    String write(KitTrial.Results results) {
        try {
            Files.writeString(folder.resolve("races.json"), text(MAPPER.valueToTree(Races.of(results))));
            Path conformance = folder.resolve("conformance.json");
            if (!Files.exists(conformance)) {
                return "No conformance.json in " + folder + ": the races stand in races.json alone.\n";
            }
            JsonNode report = MAPPER.readTree(conformance.toFile());
            boolean joined = join(report, results);
            Files.writeString(conformance, text(report));
            return joined
                    ? "Joined with " + conformance + ": " + left(report, results) + "\n"
                    : "The conformance.json in " + folder + " does not tell of "
                            + results.subject().className() + ".\n";
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    /** Adds the races to what the report says about the kit; false if it says nothing about it. */
    static boolean join(JsonNode report, KitTrial.Results results) {
        ObjectNode kit = kit(report, results.subject().className());
        if (kit == null) {
            return false;
        }
        Map<String, Ruling> rulings = results.rulings().stream()
                .collect(Collectors.toMap(r -> r.rule().id(), Function.identity()));
        for (JsonNode rule : kit.withArray("rules")) {
            Ruling ruling = rulings.get(rule.path("id").asText());
            if (ruling != null && rule instanceof ObjectNode node) {
                join(node, ruling);
            }
        }
        if (rulings.values().stream().anyMatch(Ruling::surprising)) {
            kit.put("asExpected", false);
        }
        return true;
    }

    private static void join(ObjectNode rule, Ruling ruling) {
        rule.set("races", MAPPER.valueToTree(Races.Rule.of(ruling)));
        String verdict = rule.path("verdict").asText();
        boolean passed = ruling.verdict() == Verdict.PASS && verdict.equals("NOT-RUN");
        if (passed || ruling.verdict() == Verdict.FAIL) {
            rule.put("verdict", ruling.label());
            rule.put("note", ruling.note());
        }
    }

    private static @Nullable ObjectNode kit(JsonNode report, String className) {
        return StreamSupport.stream(report.path("kits").spliterator(), false)
                .filter(kit -> kit.path("kitClass").asText().equals(className))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static String left(JsonNode report, KitTrial.Results results) {
        ObjectNode kit = kit(report, results.subject().className());
        List<String> ids = kit == null
                ? List.of()
                : StreamSupport.stream(kit.path("rules").spliterator(), false)
                        .filter(rule -> rule.path("verdict").asText().equals("NOT-RUN"))
                        .map(rule -> rule.path("id").asText())
                        .toList();
        return ids.isEmpty()
                ? "no rule is NOT-RUN."
                : ids.size() + " rules are NOT-RUN: " + String.join(", ", ids) + ".";
    }

    private static String text(JsonNode node) throws JsonProcessingException {
        return MAPPER.writeValueAsString(node) + "\n";
    }

    private Refusal cannotWrite(IOException e) {
        return new Refusal(Refusal.CANNOT_WRITE, "Cannot write the report to " + folder + ": " + e.getMessage() + ".");
    }

    /** The content of races.json. */
    private record Races(
            String kit, String kitClass, String machine, String pages, List<Rule> rules, List<Race> races) {

        static Races of(KitTrial.Results results) {
            return new Races(
                    results.subject().name(),
                    results.subject().className(),
                    Machine.line(),
                    results.page(),
                    results.rulings().stream().map(Rule::of).toList(),
                    results.seen().stream().map(Race::of).toList());
        }

        record Rule(String id, String verdict, long samples, List<String> races, String note) {
            static Rule of(Ruling r) {
                return new Rule(r.rule().id(), r.label(), r.samples(), r.races(), r.note());
            }
        }

        record Race(
                String name,
                List<String> rules,
                long samples,
                @Nullable String fault,
                @Nullable String gap,
                List<Outcome> outcomes) {
            static Race of(Seen s) {
                return new Race(
                        s.race().name(),
                        s.race().rules().stream().map(rule -> rule.id()).toList(),
                        s.samples(),
                        s.fault(),
                        s.gap(),
                        s.outcomes().stream().map(Outcome::of).toList());
            }
        }

        record Outcome(String result, Expect grade, long samples, String meaning) {
            static Outcome of(Seen.Outcome o) {
                return new Outcome(o.result(), o.expect(), o.samples(), o.meaning());
            }
        }
    }
}
