package dev.cascata.conformance;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.discovery.KitLoader;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.report.Explain;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.KnownFailingFiles;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.KnownFailing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the flags ask for, looked up and found in order.
 *
 * @param options how to judge
 * @param program the one program to run; null for random ones
 * @param check the one directed check to run; null for all
 * @param entries the kits to judge
 * @param report the folder of the written report
 * @param writeKnownFailing where to write what is broken
 */
record RunPlan(
        Options options,
        @Nullable Program program,
        @Nullable Check check,
        List<Entry> entries,
        @Nullable Path report,
        @Nullable Path writeKnownFailing) {
    private static final long SEEDS = 1_000_000_000;

    /** A kit, and what it is known to break. */
    record Entry(Candidate candidate, KnownFailing known) {}

    /** Refuses what is wrong, unknown, unreadable or unwritable, in this order. */
    static RunPlan of(Flags flags, InputStream in) {
        Options options = options(flags);
        if (flags.program != null && flags.check != null) {
            throw UsageError.usage("Give either --program or --check, not both.");
        }
        Program program = program(flags.program, in);
        Check check = check(flags.check);
        List<Candidate> candidates = candidates(flags);
        if ((flags.knownFailing != null || flags.writeKnownFailing != null) && candidates.size() != 1) {
            throw UsageError.usage("Known failures given or written with a flag are those of one kit; name it with "
                    + "--kit, --command or --adapter.");
        }
        List<Entry> entries = candidates.stream()
                .map(candidate -> new Entry(candidate, known(candidate, flags)))
                .toList();
        if (flags.writeKnownFailing != null) {
            KnownFailingFiles.before(flags.writeKnownFailing, KnownFailing.none());
        }
        checkWritable(flags);
        return new RunPlan(options, program, check, entries, flags.report, flags.writeKnownFailing);
    }

    static List<Candidate> candidates(Flags flags) {
        KitLoader kits = new KitLoader(Thread.currentThread().getContextClassLoader());
        Adapters adapters = new Adapters(limit(flags));
        boolean named = !flags.kits.isEmpty() || !flags.commands.isEmpty() || !flags.adapters.isEmpty();
        List<Candidate> candidates = new ArrayList<>(named ? kits.named(flags.kits) : kits.found());
        flags.commands.forEach(c -> candidates.add(adapters.command(c)));
        flags.adapters.forEach(a -> candidates.add(adapters.named(a)));
        candidates.addAll(named ? List.of() : adapters.found());
        if (candidates.stream().allMatch(Candidate.Absent.class::isInstance)) {
            throw UsageError.usage("There is no kit to judge on the class path; name one with --kit.");
        }
        return candidates;
    }

    static Options options(Flags flags) {
        if (flags.fresh && flags.seed != null) {
            throw UsageError.usage("Give either --seed or --fresh, not both.");
        }
        Options defaults = Options.defaults();
        int programs = flags.programs == null ? defaults.programs() : flags.programs;
        long limit = limit(flags);
        if (programs < 1 || limit < 1) {
            throw UsageError.usage("Give --programs and --limit a number from 1 on.");
        }
        return new Options(seed(flags, defaults), programs, rules(flags), flags.trace, limit);
    }

    private static long limit(Flags flags) {
        return flags.limit == null ? Options.DEFAULT_LIMIT_MILLIS : flags.limit;
    }

    private static long seed(Flags flags, Options defaults) {
        if (flags.fresh) {
            return ThreadLocalRandom.current().nextLong(SEEDS);
        }
        return flags.seed == null ? defaults.seed() : flags.seed;
    }

    private static List<Rule> rules(Flags flags) {
        if (flags.rules.isEmpty() && flags.without.isEmpty()) {
            return List.of();
        }
        Set<Rule> without = rules(flags.without);
        Set<Rule> asked = flags.rules.isEmpty() ? Set.copyOf(Catalogue.all()) : rules(flags.rules);
        List<Rule> left = Catalogue.all().stream()
                .filter(r -> asked.contains(r) && !without.contains(r))
                .toList();
        if (left.isEmpty()) {
            throw UsageError.usage("Every rule that is asked for is switched off; give --rule or --without, not both.");
        }
        return left;
    }

    static Set<Rule> rules(List<String> ids) {
        return ids.stream().map(Explain::find).collect(Collectors.toSet());
    }

    private static @Nullable Program program(@Nullable String file, InputStream in) {
        if (file == null) {
            return null;
        }
        try {
            return Program.parse(file.equals(Flags.STDIN) ? text(in) : Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw unreadable(file, Messages.of(e));
        } catch (InvalidPathException e) {
            throw unreadable(file, "that is no file name");
        } catch (IllegalArgumentException e) {
            throw unreadable(file, Messages.plain(e.getMessage()));
        }
    }

    private static @Nullable Check check(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return Checks.find(name)
                .orElseThrow(() ->
                        UsageError.usage("There is no check " + name + "; --explain RULE names those of a rule."));
    }

    private static KnownFailing known(Candidate candidate, Flags flags) {
        if (flags.knownFailing != null) {
            return KnownFailingFiles.read(flags.knownFailing);
        }
        boolean asGiven = flags.program != null || flags.check != null || !(candidate instanceof Candidate.Ready);
        return asGiven ? KnownFailing.none() : KnownFailingFiles.of(((Candidate.Ready) candidate).kit());
    }

    private static void checkWritable(Flags flags) {
        if (flags.report != null) {
            JsonReport.checkWritable(flags.report);
        }
        if (flags.writeKnownFailing != null) {
            KnownFailingFiles.checkWritable(flags.writeKnownFailing);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private static UsageError unreadable(String file, String why) {
        String name = file.equals(Flags.STDIN) ? "from standard input" : file;
        return UsageError.usage("Cannot read the program " + name + ": " + why + ".");
    }
}
