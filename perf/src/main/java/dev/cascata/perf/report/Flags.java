package dev.cascata.perf.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line of the report as it was written. */
@Command(
        name = "report",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis = "java -jar benchmarks.jar report [flags]%n",
        description = "Measures contexts beside each other, and writes one page about it, as HTML, CSV and JSON.%n",
        footer = {
            "",
            "Exit codes: 0 the report is written; 1 nothing could be measured; 64 wrong usage;",
            "74 the folder cannot be written. Interrupted, it reports what it has measured so far.",
            "Without the word report, benchmarks.jar is plain JMH; -h lists the flags of that."
        })
final class Flags {
    @Option(
            names = "--quick",
            description = "Some ten minutes: stars and chains of four sizes, and the rest without Go's own set. "
                    + "This is the default.")
    boolean quick;

    @Option(names = "--full", description = "Everything, three times as often and for longer; takes hours.")
    boolean full;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Measure the cases, of all there are, in whose line of --list this is found.")
    @Nullable
    String only;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Show the change since this results.json of an earlier report.")
    @Nullable
    Path baseline;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Measure this one: floor, go, the name of a kit, or the class of one on the class path. "
                    + "May be given more than once; without it, all.")
    List<String> subjects = new ArrayList<>();

    @Option(
            names = "--jdk",
            paramLabel = "DIR",
            description = "Measure on the JDK in this folder. May be given more than once; the page shows the first, "
                    + "the other files all of them. Without it, the one that runs this.")
    List<Path> jdks = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes. Without it, the folder report beside benchmarks.jar.")
    Path out = Machine.home().resolve("report");

    @Option(names = "--list", description = "Print the cases that would be measured.")
    boolean list;

    @Option(names = "--help", usageHelp = true, description = "Print this page.")
    boolean help;

    private Flags() {}

    static Flags parse(String... args) {
        Flags flags = new Flags();
        try {
            new CommandLine(flags).setExpandAtFiles(false).parseArgs(args);
        } catch (ParameterException e) {
            throw usage(e.getMessage() + "; --help says how each flag is used.");
        }
        if (flags.quick && flags.full) {
            throw usage("Give either --quick or --full, not both.");
        }
        return flags;
    }

    static String usage() {
        return new CommandLine(new Flags()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    static Refusal usage(String sentence) {
        return new Refusal(Refusal.USAGE, sentence);
    }

    Budget budget() {
        return full ? Budget.FULL : Budget.QUICK;
    }

    /** Which cases are asked for: {@code --only} chooses from all there are. */
    Predicate<Case> wanted() {
        if (only == null) {
            return full ? all -> true : Plan.quick();
        }
        try {
            Pattern pattern = Pattern.compile(only);
            return what -> pattern.matcher(what.id()).find();
        } catch (PatternSyntaxException e) {
            throw usage("--only takes a regular expression, and " + only + " is none: " + e.getDescription() + ".");
        }
    }
}
