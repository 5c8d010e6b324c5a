package dev.cascata.conformance;

import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.discovery.KitLoader;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.known.KnownFailingFiles;
import java.util.ArrayList;
import java.util.List;

/** A request of the command line, with the kits to judge. */
record RunPlan(Request request, List<Entry> entries) {

    /** A kit, and what it is known to break. */
    record Entry(Candidate candidate, KnownFailing known) {}

    /** Finds the kits and their known failures; files that cannot be written are refused last. */
    static RunPlan of(Request request, Flags flags) {
        List<Candidate> candidates = candidates(flags, request.options().limitMillis());
        if ((flags.knownFailing != null || flags.writeKnownFailing != null) && candidates.size() != 1) {
            throw UsageError.usage("--known-failing and --write-known-failing are for one kit; name it with --kit, "
                    + "--command or --adapter.");
        }
        List<Entry> entries = candidates.stream()
                .map(candidate -> new Entry(candidate, known(candidate, request)))
                .toList();
        return new RunPlan(request.checkWritable(), entries);
    }

    static List<Candidate> candidates(Flags flags, long limitMillis) {
        KitLoader kits = new KitLoader(Thread.currentThread().getContextClassLoader());
        Adapters adapters = new Adapters(limitMillis);
        boolean named = flags.namesKits();
        List<Candidate> candidates = new ArrayList<>(named ? kits.named(flags.kits) : kits.found());
        flags.commands.forEach(c -> candidates.add(adapters.command(c)));
        flags.adapters.forEach(a -> candidates.add(adapters.named(a)));
        candidates.addAll(named ? List.of() : adapters.found());
        if (candidates.stream().allMatch(Candidate.Absent.class::isInstance)) {
            throw UsageError.usage("There is no kit on the class path; name one with --kit.");
        }
        return candidates;
    }

    private static KnownFailing known(Candidate candidate, Request request) {
        if (candidate instanceof Candidate.Ready ready) {
            return request.known(ready.kit());
        }
        return request.knownFailing() == null ? KnownFailing.none() : KnownFailingFiles.read(request.knownFailing());
    }
}
