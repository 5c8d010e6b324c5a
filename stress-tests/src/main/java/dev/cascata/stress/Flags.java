package dev.cascata.stress;

import dev.cascata.stress.races.Chosen;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command line as it was written. */
@Command(
        name = "stress.jar",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis = "java -jar stress.jar [flags]%n",
        description = "Samples the racing paths of a context, and judges it by the rules of the catalogue.%n",
        footer = {
            "",
            "Exit codes: 0 as expected; 1 a rule is broken, or a race says nothing, or a mutant was not seen;",
            "2 the kit is broken; 3 races cannot be judged on one processor; 64 wrong usage; 74 a file cannot be written.",
            "A kit of your own: java -cp stress.jar:yours.jar dev.cascata.stress.Main --kit your.Kit"
        })
final class Flags {
    @Option(names = "-t", paramLabel = "REGEX", description = "Run the races whose name this is found in.")
    String only = "";

    @Option(
            names = "-m",
            paramLabel = "MODE",
            description = "One of sanity, quick (the default), default, tough, stress.")
    String mode = "quick";

    @Option(names = "-time", paramLabel = "MILLIS", description = "How long one iteration takes.")
    @Nullable
    Integer millis;

    @Option(names = "-iters", paramLabel = "N", description = "How many iterations each race has.")
    @Nullable
    Integer iterations;

    @Option(
            names = "--full",
            description = "Run every configuration of the JVM and its compilers, not only the usual one.")
    boolean full;

    @Option(names = "--kit", paramLabel = "CLASS", description = "Judge this kit. Without it, the reference.")
    String kit = Chosen.REFERENCE;

    @Option(names = "--mutants", description = "Show, for each broken context, the race that sees it.")
    boolean mutants;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write races.json to this folder, and add the races to the conformance.json that is there.")
    @Nullable
    Path report;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where results and pages go. Without it, the folder races beside stress.jar.")
    Path out = Places.beside();

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
            throw usage(e.getMessage() + "; --help says how each flag is used.");
        }
        flags.check();
        return flags;
    }

    static String usage() {
        return new CommandLine(new Flags()).getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private void check() {
        if (!Budget.MODES.contains(mode)) {
            throw usage("There is no mode " + mode + "; give one of " + String.join(", ", Budget.MODES) + ".");
        } else if (belowOne(millis) || belowOne(iterations)) {
            throw usage("Give -time and -iters a number from 1 on.");
        } else if (mutants && !kit.equals(Chosen.REFERENCE)) {
            throw usage("Give either --kit or --mutants, not both.");
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

    /** The races asked for. */
    List<Race> races() {
        try {
            Pattern wanted = Pattern.compile(only);
            List<Race> races = Race.all().stream()
                    .filter(race -> wanted.matcher(race.name()).find())
                    .toList();
            if (races.isEmpty()) {
                throw usage("No race is named " + only + "; --list prints them all.");
            }
            return races;
        } catch (PatternSyntaxException e) {
            throw usage("-t takes a regular expression, and " + only + " is none: " + e.getDescription() + ".");
        }
    }
}
