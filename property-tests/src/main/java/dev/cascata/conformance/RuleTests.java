package dev.cascata.conformance;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.report.FailureText;
import dev.cascata.conformance.report.Reasons;
import dev.cascata.conformance.report.Replay;
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

/** Turns a report into tests: one per rule, which passes, fails or is skipped by its verdict. */
final class RuleTests {
    private static final StackTraceElement[] NO_TRACE = {};

    private final KitReport report;
    private final Replay replay;

    RuleTests(KitReport report, Replay replay) {
        this.report = report;
        this.replay = replay;
    }

    /** Returns a test per rule, grouped by area, and one per stale line; or one test if the kit could not be judged. */
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

    /** Names the test of a stale line by the first clause of the sentence. */
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
            return FailureText.render(failure, replay);
        }
        return result.verdict().label() + ": " + Reasons.of(result, report.capabilities());
    }

    /** Fails a MUST, and skips any other rule. */
    private static void object(Rule rule, String message) {
        if (rule.strength() == Strength.MUST) {
            fail(message);
        }
        skip(message);
    }

    /** Fails without a stack trace, which would show only the suite. */
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

    /** Creates a test with a source of its own, because some build tools else show the name of the factory. */
    private static DynamicTest test(String name, String source, Executable outcome) {
        return DynamicTest.dynamicTest(name, URI.create("rule:" + source), outcome);
    }
}
