package dev.cascata.stress;

import dev.cascata.stress.races.KitUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line. */
@Command(
        name = "stress.jar",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis = "java -jar stress.jar [flags]%n",
        description = "Runs the races of a context many times, and judges it by the rules of the catalogue.%n",
        footer = {
            "",
            "Exit codes: 0 as expected; 1 a rule is broken, a race has no result, or a mutant was not seen;",
            "2 the kit is faulty; 3 fewer than two processors; 64 wrong usage; 74 a file cannot be written.",
            "A kit of your own: java -cp stress.jar:yours.jar dev.cascata.stress.Main --kit your.Kit"
        })
final class Flags {
    @Option(names = "-t", paramLabel = "REGEX", description = "Run the races whose name contains a match.")
    String only = "";

    @Option(
            names = "-m",
            paramLabel = "MODE",
            description = "How long to sample: sanity, quick (the default), default, tough or stress.")
    String mode = "quick";

    @Option(names = "-time", paramLabel = "MILLIS", description = "The length of an iteration.")
    @Nullable
    Integer millis;

    @Option(names = "-iters", paramLabel = "N", description = "The number of iterations of each race.")
    @Nullable
    Integer iterations;

    @Option(
            names = "--full",
            description = "Run every configuration of the JVM and its compilers, not only the default one.")
    boolean full;

    @Option(names = "--kit", paramLabel = "CLASS", description = "The kit to judge. The default is the reference.")
    String kit = KitUnderTest.REFERENCE;

    @Option(
            names = "--mutants",
            description = "Test the races: run the built-in broken contexts, and check that a race sees each.")
    boolean mutants;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write races.json to this folder, and add the races to a conformance.json in it.")
    @Nullable
    Path report;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder for results and pages. The default is races, beside stress.jar.")
    Path out = ResultFolder.standard();

    @Option(names = "--list", description = "Print the races and the rules that each decides.")
    boolean list;

    @Option(names = "--help", usageHelp = true, description = "Print this page.")
    boolean help;

    private Flags() {}

    static Flags parse(String... args) {
        Flags flags = new Flags();
        try {
            new CommandLine(flags).setExpandAtFiles(false).parseArgs(args);
        } catch (ParameterException e) {
            throw usage(sentence(e));
        }
        flags.check();
        return flags;
    }

    static String usage() {
        return new CommandLine(new Flags()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static String sentence(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return "There is no flag " + unmatched.getUnmatched().get(0) + "; --help lists the flags.";
        } else if (e.getArgSpec() instanceof OptionSpec option
                && e.getValue() != null
                && option.type() == Integer.class) {
            return option.longestName() + " takes a whole number, not \"" + e.getValue() + "\".";
        }
        return e.getMessage() + "; --help lists the flags.";
    }

    private void check() {
        if (!Budget.MODES.contains(mode)) {
            throw usage("There is no mode " + mode + "; use one of " + String.join(", ", Budget.MODES) + ".");
        } else if (belowOne(millis) || belowOne(iterations)) {
            throw usage("-time and -iters take a whole number of at least 1.");
        } else if (mutants && !kit.equals(KitUnderTest.REFERENCE)) {
            throw usage("--mutants cannot be combined with --kit.");
        }
    }

    private static boolean belowOne(@Nullable Integer number) {
        return number != null && number < 1;
    }

    private static Refusal usage(String sentence) {
        return new Refusal(Refusal.USAGE, sentence);
    }

    Budget budget() {
        return new Budget(mode, millis, iterations, full);
    }

    /** Returns the selected races. */
    List<Race> races() {
        try {
            Pattern wanted = Pattern.compile(only);
            List<Race> races = Race.all().stream()
                    .filter(race -> wanted.matcher(race.name()).find())
                    .toList();
            if (races.isEmpty()) {
                throw usage("No race name contains a match of " + only + "; --list prints the races.");
            }
            return races;
        } catch (PatternSyntaxException e) {
            throw usage("-t takes a regular expression, not \"" + only + "\": " + e.getDescription() + ".");
        }
    }
}
