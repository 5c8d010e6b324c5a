package dev.cascata.conformance;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.report.ConsoleReport;
import dev.cascata.conformance.report.FailureText;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.trial.Failure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** A report as tests: one per rule, which passes, fails or is skipped as the verdict says. */
final class RuleTests {
    private static final StackTraceElement[] NO_TRACE = {};

    private final KitReport report;
    private final TestReplay replay;

    RuleTests(KitReport report, TestReplay replay) {
        this.report = report;
        this.replay = replay;
    }

    /** A test per rule, grouped by area, and one per stale line; a single one if the kit could not be judged. */
    List<DynamicNode> nodes() {
        String fault = report.fault();
        if (fault != null) {
            return List.of(faulty(report.kitClass(), fault));
        }
        List<DynamicNode> nodes = new ArrayList<>();
        Catalogue.areas().forEach(area -> add(nodes, area.title(), of(area)));
        add(nodes, "Known failures", report.stale().stream().map(RuleTests::stale));
        return nodes;
    }

    static DynamicTest faulty(String kitClass, String fault) {
        return unjudged("Kit " + kitClass + " is faulty: " + Messages.plain(fault) + ".");
    }

    static DynamicTest unjudged(String sentence) {
        return test("the kit can be judged", "kit", () -> fail(sentence));
    }

    /** A stale line by the first clause of what is told about it. */
    private static DynamicTest stale(String sentence) {
        String name = sentence.split("[:;]", 2)[0];
        return test(name, "known-failing", () -> fail(Messages.capital(sentence) + "."));
    }

    private static void add(List<DynamicNode> nodes, String title, Stream<DynamicTest> tests) {
        List<DynamicTest> list = tests.toList();
        if (!list.isEmpty()) {
            nodes.add(DynamicContainer.dynamicContainer(title, list));
        }
    }

    private Stream<DynamicTest> of(Catalogue.Area area) {
        return report.results().stream()
                .filter(result -> area.rules().contains(result.rule()))
                .map(result -> test(name(result), result.rule().id(), () -> settle(result)));
    }

    private static String name(RuleResult result) {
        String name = result.rule().id() + ": " + Messages.plain(result.rule().sentence());
        return result.verdict() == Verdict.KNOWN ? name + " (known: " + result.note() + ")" : name;
    }

    private void settle(RuleResult result) {
        switch (result.verdict()) {
            case PASS, KNOWN -> {}
            case FAIL, UNTESTED -> object(result.rule(), words(result));
            case DIFFERS, NOT_APPLICABLE, NOT_RUN -> skip(words(result));
        }
    }

    private String words(RuleResult result) {
        Failure failure = result.failure();
        if (result.verdict() == Verdict.FAIL && failure != null) {
            return FailureText.render(failure, replay.how(), replay.command(failure));
        }
        return ConsoleReport.label(result.verdict()) + ": " + ConsoleReport.words(result, report.capabilities());
    }

    /** Only a MUST fails the build. */
    private static void object(Rule rule, String message) {
        if (rule.strength() == Strength.MUST) {
            fail(message);
        }
        skip(message);
    }

    /** Nobody has to see where the suite throws. */
    private static void fail(String message) {
        AssertionFailedError failure = new AssertionFailedError(message);
        failure.setStackTrace(NO_TRACE);
        throw failure;
    }

    private static void skip(String message) {
        TestAbortedException aborted = new TestAbortedException(message);
        aborted.setStackTrace(NO_TRACE);
        throw aborted;
    }

    /** With a source of its own, and not that of the factory, so that every build tool shows its name. */
    private static DynamicTest test(String name, String source, Executable outcome) {
        return DynamicTest.dynamicTest(name, URI.create("rule:" + source), outcome);
    }
}
