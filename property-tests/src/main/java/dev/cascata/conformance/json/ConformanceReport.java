package dev.cascata.conformance.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The results of one run.
 *
 * @param catalogue the version of the catalogue of rules
 * @param java the version of Java that judged
 * @param notJudged a sentence for each kit that could not be judged here
 * @param kits the judged kits
 */
@SuppressWarnings("exports") // Nullable: see module-info.
public record ConformanceReport(String catalogue, String java, List<String> notJudged, List<Kit> kits) {
    /** The name of the file in the folder of a report. */
    public static final String FILE = "conformance.json";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * Reads a report that {@link #toJson} wrote.
     *
     * @throws IOException if the file cannot be read, or contains something else
     */
    public static ConformanceReport read(Path file) throws IOException {
        return MAPPER.readValue(Files.readAllBytes(file), ConformanceReport.class);
    }

    /** Returns the content of the file. */
    public String toJson() {
        try {
            return MAPPER.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns what the report says about a kit. */
    public Optional<Kit> kit(String kitClass) {
        return kits.stream().filter(kit -> kit.kitClass().equals(kitClass)).findFirst();
    }

    /** Returns a report with this kit in place of the one of the same class. */
    public ConformanceReport with(Kit changed) {
        return new ConformanceReport(
                catalogue,
                java,
                notJudged,
                kits.stream()
                        .map(kit -> kit.kitClass().equals(changed.kitClass()) ? changed : kit)
                        .toList());
    }

    /**
     * The results for one kit.
     *
     * @param kit the name that the kit gives itself
     * @param kitClass the class of the kit; of an adapter, the flag that chooses it
     * @param capabilities the names of the declared capabilities
     * @param linking the kit's own expression that links a child to its parent; null if the library does that
     * @param seed the seed of the random programs
     * @param programs how many random programs were run
     * @param asExpected whether no MUST is broken or untested, no known failure stale, and the kit not faulty
     * @param fault why the kit could not be judged to the end
     * @param stale a sentence for each known-failing line that no longer fails
     * @param statistics how often each kind of step, depth, width and tie occurred
     * @param rules the results for each rule
     */
    public record Kit(
            String kit,
            String kitClass,
            List<String> capabilities,
            @Nullable String linking,
            long seed,
            int programs,
            boolean asExpected,
            @Nullable String fault,
            List<String> stale,
            Map<String, Long> statistics,
            List<Rule> rules) {

        /** Returns the same kit with other results. */
        public Kit with(boolean expected, List<Rule> results) {
            return new Kit(
                    kit, kitClass, capabilities, linking, seed, programs, expected, fault, stale, statistics, results);
        }
    }

    /**
     * The result for one rule.
     *
     * @param strength MUST, SHOULD or MAY
     * @param verdict PASS, FAIL, KNOWN, DIFFERS, NOT-APPLICABLE, NOT-RUN or UNTESTED
     * @param held how many comparisons the rule passed
     * @param note the reason of the verdict, or empty
     * @param races what the races add; null before they have been run
     */
    public record Rule(
            String id,
            String strength,
            String sentence,
            String verdict,
            long held,
            String note,
            @Nullable Failure failure,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Races races) {

        /** Returns the same rule with another verdict. */
        public Rule with(String other, String reason) {
            return new Rule(id, strength, sentence, other, held, reason, failure, races);
        }

        /** Returns the same rule with the result of the races. */
        public Rule with(Races added) {
            return new Rule(id, strength, sentence, verdict, held, note, failure, added);
        }
    }

    /**
     * One observation that a rule does not allow.
     *
     * @param program the steps of the program that shows it; none if a check does
     * @param check the name of the directed check that shows it
     * @param step the index of the step after which it was seen
     * @param what what was read
     * @param expected what was expected
     * @param why why it was expected
     * @param actual what was seen
     * @param trace the stack or the threads, if something was thrown or hung
     * @param look where in a library such a bug usually is
     * @param replay the command that shows the failure again
     */
    public record Failure(
            List<String> program,
            @Nullable String check,
            int step,
            String what,
            String expected,
            String why,
            String actual,
            @Nullable String trace,
            String look,
            String replay) {}

    /**
     * The result of the races for one rule.
     *
     * @param samples the number of samples in races that kept the rule
     * @param races the names of the races that decide the rule for this kit
     */
    public record Races(String id, String verdict, long samples, List<String> races, String note) {}
}
