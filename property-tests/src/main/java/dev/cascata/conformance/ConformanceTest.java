package dev.cascata.conformance;

import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.discovery.KitLoader;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.report.ConsoleReport;
import dev.cascata.conformance.suite.KitReport;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite as a JUnit class, with one test per rule. Extend it, answer the kit, and the build judges the library.
 *
 * <p>A broken MUST fails, and so does a stale line of the known-failing file beside the kit. A known failure passes and
 * says so in its name. What does not apply, was not run, differs as documented, or is broken and no MUST, is skipped with
 * the reason. The system properties {@code cascata.seed}, {@code cascata.programs}, {@code cascata.rule},
 * {@code cascata.program}, {@code cascata.check} and {@code cascata.trace} say what to run and to print,
 * {@code cascata.write-known-failing} and {@code cascata.report} where to write what was found.
 */
public abstract class ConformanceTest {
    protected ConformanceTest() {}

    /** The kit of the library to judge. */
    protected abstract ContextKit<?> kit();

    /** How to judge, unless system properties say otherwise. */
    protected Options options() {
        return Options.defaults();
    }

    /** Judges the kit; one test per rule, area by area. */
    @TestFactory
    public final List<DynamicNode> conformance() {
        try {
            return judge(TestRequest.of(options()));
        } catch (UsageError e) {
            return List.of(RuleTests.unjudged(String.valueOf(e.getMessage())));
        }
    }

    private List<DynamicNode> judge(TestRequest request) {
        ContextKit<?> kit = kit();
        if (kit == null) {
            throw UsageError.usage("kit() of " + getClass().getName() + " answers null; it has to answer a kit.");
        } else if (KitLoader.introduced(kit) instanceof Candidate.Faulty faulty) {
            return List.of(RuleTests.faulty(faulty.className(), faulty.fault()));
        }
        KitReport report = request.judge(kit);
        System.out.println(ConsoleReport.totals(report));
        return new RuleTests(report, TestReplay.of(getClass(), report)).nodes();
    }
}
