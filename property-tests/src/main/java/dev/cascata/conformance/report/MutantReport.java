package dev.cascata.conformance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.Hunt;
import dev.cascata.conformance.trial.Failure;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The results of a hunt: a line for each mutant on a terminal, and the same as JSON. */
public final class MutantReport {
    public static final String FILE = "mutants.json";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String LINE = "%-38s  %-8s  %-12s  %8s  %s\n";

    private MutantReport() {}

    public static String head() {
        return String.format(
                Locale.ROOT, LINE, "mutant (* cunning)", "area", "killed by", "programs", "steps, or the check");
    }

    public static String line(Hunt.Result result) {
        Mutant mutant = result.mutant();
        Failure failure = result.failure();
        return String.format(
                Locale.ROOT,
                LINE,
                (mutant.isCunning() ? "* " : "  ") + mutant.name(),
                mutant.area(),
                failure == null ? "survives" : failure.rule().id(),
                result.programs() == 0 ? "-" : result.programs(),
                failure == null ? "-" : shown(failure));
    }

    private static String shown(Failure failure) {
        Check check = failure.check();
        return check == null ? "" + failure.program().size() : check.name();
    }

    public static String total(List<Hunt.Result> results) {
        long cunning = results.stream().filter(r -> r.mutant().isCunning()).count();
        long killed = results.stream().filter(r -> r.failure() != null).count();
        return String.format(
                Locale.ROOT,
                "%d mutants, %d of them cunning: %s\n",
                results.size(),
                cunning,
                killed == results.size() ? "all killed" : killed + " killed");
    }

    /** Says that a mutant survives. */
    public static String sentence(Hunt.Result result) {
        return "Mutant " + result.mutant().name() + " survives: no program or check broke any of its rules, "
                + result.mutant().rules().stream().map(Rule::id).collect(Collectors.joining(", ")) + ".";
    }

    public static String json(long seed, List<Hunt.Result> results) {
        try {
            return MAPPER.writeValueAsString(new Run(
                            Catalogue.VERSION,
                            seed,
                            results.stream().map(Shown::of).toList()))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Run(String catalogue, long seed, List<Shown> mutants) {}

    private record Shown(
            String mutant,
            String area,
            boolean cunning,
            String bug,
            List<String> rules,
            @Nullable String killedBy,
            int programs,
            List<String> program,
            @Nullable String check) {

        static Shown of(Hunt.Result result) {
            Mutant mutant = result.mutant();
            Failure failure = result.failure();
            Check check = failure == null ? null : failure.check();
            return new Shown(
                    mutant.name(),
                    mutant.area(),
                    mutant.isCunning(),
                    mutant.sentence(),
                    mutant.rules().stream().map(Rule::id).toList(),
                    failure == null ? null : failure.rule().id(),
                    result.programs(),
                    failure == null
                            ? List.of()
                            : failure.program().toString().lines().toList(),
                    check == null ? null : check.name());
        }
    }
}
