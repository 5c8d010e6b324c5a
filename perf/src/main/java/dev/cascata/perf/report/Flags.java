package dev.cascata.perf.report;

import dev.cascata.conformance.cli.Arguments;
import dev.cascata.conformance.cli.UsageError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The flags of the report, as they are given on the command line. */
@Command(
        name = "report",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis = "java -jar benchmarks.jar report [flags]%n",
        description = "Measures contexts side by side and writes one report, as HTML, CSV and JSON.%n",
        footer = {
            "",
            "Exit codes: 0 the report is written; 1 nothing could be measured; 64 wrong usage;",
            "70 the program itself failed; 74 the folder cannot be written. An interrupted run reports what it has measured so far.",
            "Without the word report, benchmarks.jar is plain JMH; -h lists the flags of JMH."
        })
final class Flags {
    @Option(
            names = "--quick",
            description = "Measure for about ten minutes: stars and chains of four sizes, and other benchmarks except "
                    + "Go's own set. This is the default.")
    boolean quick;

    @Option(names = "--full", description = "Measure every case in three JVMs and for longer; takes hours.")
    boolean full;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Measure the cases whose line in --list --full contains a match of this regular expression.")
    @Nullable
    String only;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Show the change since an earlier report; give its results.json.")
    @Nullable
    Path baseline;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Measure this subject: floor, go, the name of a kit, or the class name of a kit on the "
                    + "class path. May be given more than once. The default is all.")
    List<String> subjects = new ArrayList<>();

    @Option(
            names = "--jdk",
            paramLabel = "DIR",
            description = "Measure on the JDK in this folder. May be given more than once; the page shows the first, "
                    + "the other files show all. The default is the JDK that runs this command.")
    List<Path> jdks = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the report to this folder. The default is the folder report beside benchmarks.jar.")
    Path out = Machine.home().resolve("report");

    @Option(names = "--list", description = "Print the cases that would be measured, and exit.")
    boolean list;

    @Option(names = "--help", usageHelp = true, description = "Print this page.")
    boolean help;

    private Flags() {}

    static Flags parse(String... args) {
        Flags flags = Arguments.parse(new Flags(), args);
        if (flags.quick && flags.full) {
            throw UsageError.combined("--quick", "--full");
        }
        return flags;
    }

    static String usage() {
        return Arguments.usage(new Flags());
    }

    Budget budget() {
        return full ? Budget.FULL : Budget.QUICK;
    }

    /** Returns the filter of the cases to measure; {@code --only} chooses from all cases. */
    Predicate<Case> wanted() {
        if (only == null) {
            return full ? all -> true : Plan.quick();
        }
        try {
            Pattern pattern = Pattern.compile(only);
            return what -> pattern.matcher(what.id()).find();
        } catch (PatternSyntaxException e) {
            throw UsageError.wrong("--only", "a regular expression", only, "in this one: " + e.getDescription());
        }
    }
}
