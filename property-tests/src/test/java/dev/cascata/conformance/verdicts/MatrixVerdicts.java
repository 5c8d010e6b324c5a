package dev.cascata.conformance.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.discovery.KitLoader;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.process.Bundled;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.report.Matrix;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.trial.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of comparison shows what the suite reports; {@code -Dgolden=write} writes the table again. */
abstract class MatrixVerdicts {
    private static final Path PAGE = Path.of("..", "docs", "comparison.md");
    private static final String BEGIN = "<!-- matrix -->\n";
    private static final String END = "<!-- /matrix -->\n";

    private static final List<KitReport> REPORTS = new ArrayList<>();
    private static String page = "";

    /** Every kit, and the adapters that are to be had here. */
    @BeforeAll
    static void judge() throws IOException {
        for (Candidate candidate : new KitLoader(MatrixVerdicts.class.getClassLoader()).found()) {
            REPORTS.add(Judged.of(((Candidate.Ready) candidate).kit()));
        }
        for (Bundled bundled : Bundled.values()) {
            if (new Adapters(Options.DEFAULT_LIMIT_MILLIS).bundled(bundled) instanceof Candidate.Ready ready) {
                try (ProcessKit kit = (ProcessKit) ready.kit()) {
                    REPORTS.add(Judged.of(kit));
                }
            }
        }
        page = Files.readString(PAGE);
    }

    @Test
    void pageMatrixMatchesRun() throws IOException {
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        if ("write".equals(System.getProperty("golden"))) {
            page = page.substring(0, begin) + Matrix.render(REPORTS) + page.substring(end);
            Files.writeString(PAGE, page);
        }
        List<List<String>> rows = rows(page.substring(begin, page.indexOf(END)));

        assertThat(REPORTS)
                .allSatisfy(report -> assertThat(rows)
                        .as("-Dgolden=write writes the table anew")
                        .anySatisfy(row -> assertThat(row).isEqualTo(expected(report, row))));
    }

    /** A library in another version than the recorded one has a row too, which cannot be compared here. */
    private static List<String> expected(KitReport report, List<String> row) {
        boolean otherVersion =
                !report.kit().equals(row.get(0)) && library(report.kit()).equals(library(row.get(0)));
        return otherVersion ? row : Matrix.cells(report);
    }

    private static String library(String name) {
        return name.split("[,0-9]", 2)[0];
    }

    @Test
    void eachFindingIsShownByItsProgram() {
        List<List<String>> findings = rows(page.substring(page.indexOf("| library | what it does |"))).stream()
                .skip(2)
                .takeWhile(row -> row.size() == 4)
                .toList();
        String library = "";
        for (List<String> finding : findings) {
            library = finding.get(0).isEmpty() ? library : finding.get(0);
            String named = library;
            REPORTS.stream().filter(r -> r.kit().startsWith(named)).forEach(r -> assertShown(r, finding));
        }

        assertThat(findings).hasSizeGreaterThan(10);
    }

    private static void assertShown(KitReport report, List<String> finding) {
        Optional<RuleResult> result = report.results().stream()
                .filter(r -> r.rule() == Catalogue.find(finding.get(2)).orElseThrow())
                .findFirst();
        Failure failure = Objects.requireNonNull(result.orElseThrow().failure(), finding::toString);
        String shown = failure.check() == null
                ? failure.program().oneLine()
                : "check " + failure.check().name();

        assertThat("`" + shown + "`").as("%s", finding).isEqualTo(finding.get(3));
        assertThat(result.get().verdict() == Verdict.DIFFERS)
                .as("%s differs as documented", finding)
                .isEqualTo(finding.get(1).endsWith(", as documented."));
    }

    private static List<List<String>> rows(String table) {
        return table.lines()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(1, line.length() - 1).split("\\|", -1)))
                .map(row -> row.stream().map(String::strip).collect(Collectors.toList()))
                .toList();
    }
}
