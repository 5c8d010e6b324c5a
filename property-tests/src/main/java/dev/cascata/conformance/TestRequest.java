package dev.cascata.conformance;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.KnownFailingFiles;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.KnownFailing;
import dev.cascata.conformance.suite.Suite;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What system properties ask of a conformance test.
 *
 * @param options how to judge
 * @param program the one program to run; null for random ones
 * @param check the one directed check to run; null for all
 * @param report the folder of the written report
 * @param writeKnownFailing where to write what is broken
 */
record TestRequest(
        Options options,
        @Nullable Program program,
        @Nullable Check check,
        @Nullable Path report,
        @Nullable Path writeKnownFailing) {
    static final String PREFIX = "cascata.";

    /** The properties where they are set, {@code base} elsewhere; what is wrong or unwritable is refused. */
    static TestRequest of(Options base) {
        long seed = number("seed", base.seed(), Long.MIN_VALUE, Long.MAX_VALUE);
        int programs = (int) number("programs", base.programs(), 1, Integer.MAX_VALUE);
        Options options = new Options(seed, programs, rules(base), base.trace() || asksForTrace(), base.limitMillis());
        TestRequest request = new TestRequest(options, parsed(), wanted(), path("report"), path("write-known-failing"));
        request.verify();
        return request;
    }

    /** Judges the kit by its known failures and all else, or by the one program or check, and writes what is asked for. */
    KitReport judge(ContextKit<?> kit) {
        KnownFailing known = single() ? KnownFailing.none() : KnownFailingFiles.of(kit);
        KitReport judged = judge(kit, new Suite(options, known, Progress.NONE).traceTo(System.out::println));
        if (report != null) {
            JsonReport.write(report, List.of(judged), List.of());
        }
        if (writeKnownFailing != null && judged.fault() == null) {
            KnownFailingFiles.write(writeKnownFailing, judged, known);
        }
        return judged;
    }

    private KitReport judge(ContextKit<?> kit, Suite suite) {
        if (program != null) {
            return suite.judge(kit, program);
        }
        return check == null ? suite.judge(kit) : suite.judge(kit, check);
    }

    private boolean single() {
        return program != null || check != null;
    }

    private void verify() {
        if (report != null) {
            JsonReport.checkWritable(report);
        }
        if (program != null && check != null) {
            throw UsageError.usage("Give either -Dcascata.program or -Dcascata.check, not both.");
        } else if (writeKnownFailing != null && single()) {
            throw UsageError.usage(
                    "One program or check alone does not tell all that is broken: leave it out, or leave "
                            + "out -Dcascata.write-known-failing.");
        } else if (writeKnownFailing != null) {
            KnownFailingFiles.checkWritable(writeKnownFailing);
        }
    }

    private static List<Rule> rules(Options base) {
        String ids = property("rule");
        return ids == null
                ? base.rules()
                : Stream.of(ids.split(",", -1))
                        .map(String::strip)
                        .map(TestRequest::rule)
                        .toList();
    }

    private static Rule rule(String id) {
        return Catalogue.find(id)
                .orElseThrow(() -> wrong("rule", "the id of a rule, such as CANCEL_3, or several with commas", id));
    }

    private static @Nullable Program parsed() {
        String text = property("program");
        try {
            return text == null ? null : Program.parse(text);
        } catch (IllegalArgumentException e) {
            throw UsageError.usage(
                    "Cannot read the program in -Dcascata.program: " + Messages.plain(e.getMessage()) + ".");
        }
    }

    private static @Nullable Check wanted() {
        String name = property("check");
        return name == null
                ? null
                : Checks.find(name)
                        .orElseThrow(
                                () -> wrong("check", "the name of a check, as a failure or a file names it", name));
    }

    private static boolean asksForTrace() {
        String text = property("trace");
        return text != null && !text.equals("false");
    }

    private static @Nullable Path path(String name) {
        String text = property(name);
        try {
            return text == null ? null : Path.of(text);
        } catch (InvalidPathException e) {
            throw wrong(name, "a file name", text);
        }
    }

    private static long number(String name, long otherwise, long least, long most) {
        String text = property(name);
        if (text == null) {
            return otherwise;
        }
        String wanted = least == 1 ? "a whole number from 1 to " + most : "a whole number";
        try {
            long number = Long.parseLong(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, wanted, text);
        }
        throw wrong(name, wanted, text);
    }

    private static UsageError wrong(String name, String wanted, @Nullable String given) {
        return UsageError.usage("Give -D" + PREFIX + name + " " + wanted + ", not \"" + given + "\".");
    }

    private static @Nullable String property(String name) {
        return System.getProperty(PREFIX + name);
    }
}
