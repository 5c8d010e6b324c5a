package dev.cascata.stress;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Adds the verdicts of the races to what a report says about one kit. */
final class ReportJoin {
    private static final String NOT_RUN = "NOT-RUN";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonNode report;
    private final String kitClass;

    ReportJoin(JsonNode report, String kitClass) {
        this.report = report;
        this.kitClass = kitClass;
    }

    /** Adds the verdicts. Returns false if the report says nothing about the kit. */
    boolean join(List<RuleVerdict> verdicts) {
        boolean surprising = verdicts.stream().anyMatch(RuleVerdict::surprising);
        kit().filter(kit -> surprising).forEach(kit -> kit.put("asExpected", false));
        rules().forEach(rule -> verdicts.stream()
                .filter(verdict -> verdict.rule().id().equals(id(rule)))
                .forEach(verdict -> join(rule, verdict)));
        return kit().findAny().isPresent();
    }

    /** Returns the ids of the rules that nothing has decided. */
    List<String> notRun() {
        return rules().filter(rule -> label(rule).equals(NOT_RUN))
                .map(ReportJoin::id)
                .toList();
    }

    private static void join(ObjectNode rule, RuleVerdict verdict) {
        rule.set("races", MAPPER.valueToTree(RacesJson.Rule.of(verdict)));
        boolean passed = verdict.verdict() == Verdict.PASS && label(rule).equals(NOT_RUN);
        if (passed || verdict.verdict() == Verdict.FAIL) {
            rule.put("verdict", verdict.label());
            rule.put("note", verdict.note());
        }
    }

    private Stream<ObjectNode> kit() {
        return objects(report.path("kits"))
                .filter(kit -> kit.path("kitClass").asText().equals(kitClass))
                .limit(1);
    }

    private Stream<ObjectNode> rules() {
        return kit().flatMap(kit -> objects(kit.path("rules")));
    }

    private static String id(ObjectNode rule) {
        return rule.path("id").asText();
    }

    private static String label(ObjectNode rule) {
        return rule.path("verdict").asText();
    }

    private static Stream<ObjectNode> objects(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }
}
