package dev.cascata.conformance;

import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.discovery.KitLoader;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.report.ConsoleReport;
import dev.cascata.conformance.report.Replay;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.Suite;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The suite as a JUnit class, with one test per rule. Extend it and return your kit, and the build judges your library.
 *
 * <p>A broken MUST fails, and so does a stale line of the known-failing file beside the kit. A known failure passes, and
 * its name says so. A rule is skipped, with the reason, if it does not apply, was not run, differs as documented, or is
 * broken and no MUST. The system properties {@code cascata.seed}, {@code cascata.programs}, {@code cascata.rule},
 * {@code cascata.program}, {@code cascata.check} and {@code cascata.trace} choose what is run and printed.
 * {@code cascata.write-known-failing} and {@code cascata.report} name where the results are written.
 */
public abstract class ConformanceTest {
    protected ConformanceTest() {}

    /** Returns the kit of the library to judge. */
    protected abstract ContextKit<?> kit();

    /** Returns how to judge; system properties override it. */
    protected Options options() {
        return Options.defaults();
    }

    /** Judges the kit; one test per rule, area by area. */
    @TestFactory
    public final List<DynamicNode> conformance() {
        try {
            return judge(Request.of(Flags.ofProperties(), options(), InputStream.nullInputStream())
                    .checkWritable());
        } catch (UsageError e) {
            return List.of(RuleTests.unjudged(String.valueOf(e.getMessage())));
        }
    }

    private List<DynamicNode> judge(Request request) {
        ContextKit<?> kit = kit();
        if (kit == null) {
            throw UsageError.usage("kit() of " + getClass().getName() + " returned null; it must return a kit.");
        } else if (KitLoader.introduced(kit) instanceof Candidate.Faulty faulty) {
            return List.of(RuleTests.faulty(faulty.className(), faulty.fault()));
        }
        KitReport report = judge(request, kit);
        System.out.println(ConsoleReport.totals(report));
        return new RuleTests(report, Replay.of(getClass(), report)).nodes();
    }

    private static KitReport judge(Request request, ContextKit<?> kit) {
        KnownFailing known = request.known(kit);
        Suite suite = new Suite(request.options(), known, Progress.NONE).traceTo(System.out::println);
        KitReport report = request.judge(kit, suite);
        request.write(List.of(report), List.of());
        request.writeKnownFailing(report, known);
        return report;
    }
}
