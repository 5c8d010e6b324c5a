package dev.cascata.stress;

import dev.cascata.conformance.cli.Arguments;
import dev.cascata.conformance.cli.Numbers;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.stress.races.KitUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
            "2 the kit is faulty; 3 fewer than two processors; 64 wrong usage; 70 the program itself failed;",
            "74 a file cannot be written.",
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

    @Option(
            names = "-time",
            paramLabel = "MILLIS",
            converter = Numbers.Positive.class,
            description = "The length of an iteration.")
    @Nullable
    Integer millis;

    @Option(
            names = "-iters",
            paramLabel = "N",
            converter = Numbers.Positive.class,
            description = "The number of iterations of each race.")
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
        Flags flags = Arguments.parse(new Flags(), args);
        flags.check();
        return flags;
    }

    static String usage() {
        return Arguments.usage(new Flags());
    }

    private void check() {
        if (!Budget.MODES.contains(mode)) {
            throw UsageError.wrong("-m", "one of " + String.join(", ", Budget.MODES), mode);
        } else if (mutants && !kit.equals(KitUnderTest.REFERENCE)) {
            throw UsageError.combined("--mutants", "--kit");
        }
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
                throw UsageError.usage("No race name contains a match of " + only + "; --list prints the races.");
            }
            return races;
        } catch (PatternSyntaxException e) {
            throw UsageError.wrong("-t", "a regular expression", only, "in this one: " + e.getDescription());
        }
    }
}
