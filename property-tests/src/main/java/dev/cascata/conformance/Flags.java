package dev.cascata.conformance;

import dev.cascata.conformance.cli.Arguments;
import dev.cascata.conformance.cli.Numbers;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.report.MutantReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a user asks for, as flags of the command line or as system properties of the same names. Nothing is looked up. */
@Command(
        name = "conformance.jar",
        sortOptions = false,
        usageHelpWidth = 110,
        customSynopsis = "java -jar conformance.jar [flags]%n",
        description = "Judges contexts (cancellation, deadlines, values) by the rules of the catalogue.%n",
        footer = {
            "",
            "Exit codes: 0 as expected; 1 a MUST is broken or untested, a known failure no longer fails, or a mutant survives;",
            "2 a kit is broken; 64 wrong usage; 70 the suite itself failed; 74 a file or folder cannot be written.",
            "A kit of your own: java -cp conformance.jar:yours.jar dev.cascata.conformance.Main --kit your.Kit"
        })
final class Flags {
    static final String STDIN = "-";
    static final String PROPERTY = "cascata.";
    private static final List<String> PROPERTIES =
            List.of("seed", "programs", "rule", "check", "trace", "report", "write-known-failing");

    @Option(
            names = "--kit",
            paramLabel = "CLASS",
            description =
                    "Judge this kit. May be given more than once. The default is every kit that the service loader "
                            + "finds, and every adapter.")
    List<String> kits = new ArrayList<>();

    @Option(
            names = "--command",
            paramLabel = "'PROGRAM ARGS'",
            description = "Start this program, an adapter that speaks the line protocol, and judge its library. "
                    + "May be given more than once.")
    List<String> commands = new ArrayList<>();

    @Option(
            names = "--adapter",
            paramLabel = "NAME",
            description = "Build and judge an adapter of the suite: go, node or rust. May be given more than once.")
    List<String> adapters = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = Numbers.Whole.class,
            description = "Use this seed for the random programs.")
    @Nullable
    Long seed;

    @Option(names = "--fresh", description = "Draw a seed, and print it.")
    boolean fresh;

    @Option(
            names = "--programs",
            paramLabel = "N",
            converter = Numbers.Positive.class,
            description = "Run this many random programs, 2000 by default. With fewer, a rule that was never checked "
                    + "is NOT-RUN instead of UNTESTED.")
    @Nullable
    Integer programs;

    @Option(
            names = "--limit",
            paramLabel = "MILLIS",
            converter = Numbers.Positive.class,
            description = "Let one operation take this long before it counts as hanging; 10000 by default.")
    @Nullable
    Integer limit;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            split = ",",
            description = "Judge by this rule alone, or by several with commas. May be given more than once.")
    List<String> rules = new ArrayList<>();

    @Option(
            names = "--without",
            paramLabel = "ID",
            description = "Do not check this rule. May be given more than once.")
    List<String> without = new ArrayList<>();

    @Option(
            names = "--program",
            paramLabel = "FILE",
            description = "Run only the program in this file, and no known failures; - reads standard input.")
    @Nullable
    String programFile;

    @Option(
            names = "--check",
            paramLabel = "NAME",
            description = "Run only this directed check; --explain lists those of a rule.")
    @Nullable
    String check;

    @Option(
            names = "--known-failing",
            paramLabel = "FILE",
            description = "Read the known failures of the judged kit from this file, not from the one beside the kit.")
    @Nullable
    Path knownFailing;

    @Option(
            names = "--write-known-failing",
            paramLabel = "FILE",
            description = "Write the rules that the judged kit breaks to this file, and keep the reasons in it.")
    @Nullable
    Path writeKnownFailing;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write the report to this folder, as " + ConformanceReport.FILE + ", or as "
                    + MutantReport.FILE + " with --mutants.")
    @Nullable
    Path report;

    @Option(names = "--trace", description = "Print each step and what was read after it.")
    boolean trace;

    @Option(
            names = "--mutants",
            description =
                    "Test the suite itself: run it on every built-in broken context, or on those that name a rule "
                            + "given with --rule, and check that one of the rules named for it fails.")
    boolean mutants;

    @Option(names = "--list-rules", description = "Print all rules, one a line.")
    boolean listRules;

    @Option(names = "--list-kits", description = "Print the kits that would be judged.")
    boolean listKits;

    @Option(names = "--explain", paramLabel = "ID", description = "Print everything about one rule.")
    @Nullable
    String explain;

    @Option(names = "--help", usageHelp = true, description = "Print this page.")
    boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the versions of the catalogue and of Java.")
    boolean version;

    /** The one program to run, where a system property contains it. */
    @Nullable
    String programText;

    private final UnaryOperator<String> names;

    private Flags(UnaryOperator<String> names) {
        this.names = names;
    }

    static Flags parse(String... args) {
        UnaryOperator<String> names = name -> name;
        return Arguments.parse(new Flags(names), names, args);
    }

    /** Reads the system properties that a conformance test knows; {@code cascata.seed} is {@code --seed}. */
    static Flags ofProperties() {
        UnaryOperator<String> names = name -> "-D" + PROPERTY + name.substring("--".length());
        String[] args = PROPERTIES.stream().flatMap(Flags::argument).toArray(String[]::new);
        Flags flags = Arguments.parse(new Flags(names), names, args);
        flags.programText = System.getProperty(PROPERTY + "program");
        return flags;
    }

    private static Stream<String> argument(String name) {
        String value = System.getProperty(PROPERTY + name);
        if (!name.equals("trace")) {
            return Stream.ofNullable(value).map(text -> "--" + name + "=" + text);
        }
        return value == null || value.equals("false") ? Stream.empty() : Stream.of("--trace");
    }

    static String usage() {
        return Arguments.usage(new Flags(name -> name));
    }

    /** Returns whether this is a command line, where other flags can help. */
    boolean onCommandLine() {
        return name("--help").equals("--help");
    }

    /** Returns the name by which the user knows a flag. */
    String name(String flag) {
        return names.apply(flag);
    }

    boolean namesKits() {
        return !kits.isEmpty() || !commands.isEmpty() || !adapters.isEmpty();
    }

    /** Refuses what excludes each other. */
    void check() {
        if (fresh && seed != null) {
            throw UsageError.combined("--seed", "--fresh");
        } else if (mutants && (!kits.isEmpty() || single())) {
            throw UsageError.combined("--mutants", "--kit, --program or --check");
        } else if (program() != null && check != null) {
            throw UsageError.combined(name("--program"), name("--check"));
        } else if (writeKnownFailing != null && single()) {
            throw UsageError.combined(name("--write-known-failing"), name("--program") + " or " + name("--check"));
        }
    }

    /** Returns whether one program or check is run instead of all. */
    boolean single() {
        return program() != null || check != null;
    }

    private @Nullable String program() {
        return programText == null ? programFile : programText;
    }
}
