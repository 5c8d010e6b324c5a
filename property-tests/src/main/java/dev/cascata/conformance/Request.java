package dev.cascata.conformance;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.known.KnownFailingFiles;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.report.Explain;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.BrokenRules;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How to judge a kit and what to write, with everything looked up and read.
 *
 * @param options how to judge
 * @param program the one program to run; null for random ones
 * @param check the one directed check to run; null for all
 * @param report the folder for the written report
 * @param knownFailing the file of known failures, in place of the one beside the kit
 * @param writeKnownFailing the file to write the broken rules to
 */
record Request(
        Options options,
        @Nullable Program program,
        @Nullable Check check,
        @Nullable Path report,
        @Nullable Path knownFailing,
        @Nullable Path writeKnownFailing) {
    private static final long SEEDS = 1_000_000_000;

    /** Takes from {@code base} what the flags leave open, and refuses what is wrong, unknown or unreadable. */
    static Request of(Flags flags, Options base, InputStream in) {
        flags.check();
        return new Request(
                options(flags, base),
                program(flags, in),
                flags.check == null ? null : check(flags, flags.check),
                flags.report,
                flags.knownFailing,
                flags.writeKnownFailing);
    }

    private static Options options(Flags flags, Options base) {
        return new Options(
                flags.fresh
                        ? ThreadLocalRandom.current().nextLong(SEEDS)
                        : flags.seed == null ? base.seed() : flags.seed,
                flags.programs == null ? base.programs() : flags.programs,
                rules(flags, base),
                flags.trace || base.trace(),
                flags.limit == null ? base.limitMillis() : flags.limit);
    }

    private static List<Rule> rules(Flags flags, Options base) {
        if (flags.rules.isEmpty() && flags.without.isEmpty()) {
            return base.rules();
        }
        Set<Rule> without = rules(flags, "--without", flags.without);
        Set<Rule> asked = flags.rules.isEmpty() ? Set.copyOf(Catalogue.all()) : asked(flags);
        List<Rule> left = Catalogue.all().stream()
                .filter(r -> asked.contains(r) && !without.contains(r))
                .toList();
        if (left.isEmpty()) {
            throw UsageError.usage("--without leaves none of the rules that are asked for; take one out.");
        }
        return left;
    }

    /** Returns the rules named by {@code --rule}. */
    static Set<Rule> asked(Flags flags) {
        return rules(flags, "--rule", flags.rules);
    }

    private static Set<Rule> rules(Flags flags, String flag, List<String> ids) {
        return ids.stream()
                .map(id -> Explain.find(flags.name(flag), id, flags.onCommandLine()))
                .collect(Collectors.toSet());
    }

    private static @Nullable Program program(Flags flags, InputStream in) {
        if (flags.programText != null) {
            return parsed("in " + flags.name("--program"), flags.programText);
        }
        String file = flags.programFile;
        return file == null ? null : file.equals(Flags.STDIN) ? program(in) : program(file);
    }

    private static Program program(InputStream in) {
        String name = "from standard input";
        try {
            return parsed(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw unreadable(name, Messages.of(e));
        }
    }

    private static Program program(String file) {
        try {
            return parsed(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw unreadable(file, Messages.of(e));
        } catch (InvalidPathException e) {
            throw unreadable(file, "it is not a valid file name");
        }
    }

    private static Program parsed(String name, String text) {
        try {
            return Program.parse(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(name, Messages.plain(e.getMessage()));
        }
    }

    private static UsageError unreadable(String name, String why) {
        return UsageError.usage("Cannot read the program " + name + ": " + why + ".");
    }

    private static Check check(Flags flags, String name) {
        String advice = flags.onCommandLine() ? "--explain lists those of a rule" : "";
        return Checks.find(name)
                .orElseThrow(() -> UsageError.wrong(
                        flags.name("--check"), "the name of a directed check, such as null-key", name, advice));
    }

    /** Refuses files that cannot be written, before anything is judged. */
    Request checkWritable() {
        if (writeKnownFailing != null) {
            KnownFailingFiles.before(writeKnownFailing, KnownFailing.none());
        }
        if (report != null) {
            JsonReport.checkWritable(report);
        }
        if (writeKnownFailing != null) {
            KnownFailingFiles.checkWritable(writeKnownFailing);
        }
        return this;
    }

    /** Returns the known failures of a kit; none where one program or check is run. */
    KnownFailing known(Kit kit) {
        if (knownFailing != null) {
            return KnownFailingFiles.read(knownFailing);
        }
        return single() ? KnownFailing.none() : KnownFailingFiles.of(kit);
    }

    KitReport judge(Kit kit, Suite suite) {
        if (check != null) {
            return suite.judge(kit, check);
        }
        return program == null ? suite.judge(kit) : suite.judge(kit, program);
    }

    /** Writes the report, if one was asked for. */
    void write(List<KitReport> reports, List<String> notJudged) {
        if (report != null) {
            JsonReport.write(report, reports, notJudged);
        }
    }

    /** Writes the known failures, if they were asked for and the kit was judged to the end. */
    void writeKnownFailing(KitReport judged, KnownFailing known) {
        if (writeKnownFailing != null && judged.fault() == null) {
            KnownFailing before = KnownFailingFiles.before(writeKnownFailing, known);
            KnownFailingFiles.write(writeKnownFailing, judged.kit(), BrokenRules.of(judged, before));
        }
    }

    /** Returns whether one program or check is run instead of all. */
    boolean single() {
        return program != null || check != null;
    }

    /** Returns whether every rule is judged by everything. */
    boolean whole() {
        return !single() && options.rules().isEmpty();
    }
}
