package dev.cascata.conformance;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.MutantReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as it was written; nothing is looked up yet. */
@Command(
        name = "conformance.jar",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis = "java -jar conformance.jar [flags]%n",
        description = "Judges contexts (cancellation, deadlines, values) by the rules of the catalogue.%n",
        footer = {
            "",
            "Exit codes: 0 as expected; 1 a MUST is broken or untested, a known failure fails no longer, or a mutant lives;",
            "2 a kit is broken; 64 wrong usage; 74 a file or folder cannot be written.",
            "A kit of your own: java -cp conformance.jar:yours.jar dev.cascata.conformance.Main --kit your.Kit"
        })
final class Flags {
    static final String STDIN = "-";

    @Option(
            names = "--kit",
            paramLabel = "CLASS",
            description = "Judge this kit; may be given more than once. "
                    + "Without any, every kit that the service loader finds, and every adapter.")
    List<String> kits = new ArrayList<>();

    @Option(
            names = "--command",
            paramLabel = "'PROGRAM ARGS'",
            description = "Start this program and judge what it answers for, by the line protocol; "
                    + "may be given more than once.")
    List<String> commands = new ArrayList<>();

    @Option(
            names = "--adapter",
            paramLabel = "NAME",
            description = "Build and judge an adapter that comes with the suite: go, node or rust; "
                    + "may be given more than once.")
    List<String> adapters = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "N", description = "The seed of the random programs.")
    @Nullable
    Long seed;

    @Option(names = "--fresh", description = "Draw a seed, and print it.")
    boolean fresh;

    @Option(
            names = "--programs",
            paramLabel = "N",
            description =
                    "How many random programs to run; below 2000 a rule that never came up is not held against the kit.")
    @Nullable
    Integer programs;

    @Option(
            names = "--limit",
            paramLabel = "MILLIS",
            description = "How long one operation may take before it counts as hanging; 10000 by default.")
    @Nullable
    Long limit;

    @Option(names = "--rule", paramLabel = "ID", description = "Judge by this rule alone; may be given more than once.")
    List<String> rules = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "ID",
            description = "Switch off every check of this rule; may be given more than once.")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "Run this program only, and none of the known " + "failures; - reads it from standard input.")
    @Nullable
    String program;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "Run this directed check only; --explain names those of a rule.")
    @Nullable
    String check;

    @Option(
            names = "--known-failing",
            paramLabel = "FILE",
            description = "The known failures of the one kit judged, " + "in place of the file that comes with it.")
    @Nullable
    Path knownFailing;

    @Option(
            names = "--write-known-failing",
            paramLabel = "FILE",
            description = "Write down what the one kit judged " + "breaks; reasons already given there are kept.")
    @Nullable
    Path writeKnownFailing;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write the report to this folder too, as " + JsonReport.FILE + ", or as " + MutantReport.FILE
                    + " with --mutants.")
    @Nullable
    Path report;

    @Option(names = "--trace", description = "Print each step and what was read after it.")
    boolean trace;

    @Option(
            names = "--mutants",
            description = "Judge no kit but the suite itself: every broken context that comes with it, or those that "
                    + "declare a rule given with --rule, has to be found out by one of the rules that it declares.")
    boolean mutants;

    @Option(names = "--list-rules", description = "Print the catalogue, one rule a line.")
    boolean listRules;

    @Option(names = "--list-kits", description = "Print the kits that would be judged.")
    boolean listKits;

    @Option(names = "--explain", paramLabel = "ID", description = "Print everything about one rule.")
    @Nullable
    String explain;

    @Option(names = "--help", usageHelp = true, description = "Print this page.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the versions of catalogue and Java.")
    boolean version;

    private Flags() {}

    static Flags parse(String... args) {
        Flags flags = new Flags();
        try {
            new CommandLine(flags).setExpandAtFiles(false).parseArgs(args);
        } catch (ParameterException e) {
            throw UsageError.usage(sentence(e));
        }
        return flags;
    }

    static String usage() {
        return new CommandLine(new Flags()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return "Unknown flag " + unmatched.getUnmatched().get(0) + instead(unmatched) + "; --help lists them all.";
        }
        return Messages.capital(e.getMessage()) + "; --help says how each flag is used.";
    }

    private static String instead(UnmatchedArgumentException e) {
        List<String> similar = e.getSuggestions();
        return similar.isEmpty() ? "" : ", perhaps " + similar.get(0);
    }
}
