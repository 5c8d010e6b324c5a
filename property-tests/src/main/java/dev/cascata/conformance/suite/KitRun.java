package dev.cascata.conformance.suite;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Search;
import dev.cascata.conformance.search.StandardOutput;
import dev.cascata.conformance.search.Worker;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges one kit: smoke program, known failures, random programs, checks, report. Used once. */
final class KitRun {
    private static final Program SMOKE = Program.parse("c1 = withCancel c0; cancel c1");

    private final Options options;
    private final KnownFailing known;
    private final Progress progress;
    private final Kit kit;
    private final Worker worker;
    private final Statistics statistics = new Statistics();
    private final Map<Rule, Failure> failures = new LinkedHashMap<>();
    private final List<String> stale = new ArrayList<>();
    private Set<Capability> capabilities = Set.of();
    private RuleCounts counts = new RuleCounts(Set.of(), Set.of());
    private int programs;
    private boolean judged = true;
    private @Nullable Consumer<String> trace;

    KitRun(Options options, KnownFailing known, Progress progress, Kit kit) {
        this.options = options;
        this.known = known;
        this.progress = progress;
        this.kit = kit;
        this.worker = new Worker(kit, options.limitMillis());
    }

    void traceTo(@Nullable Consumer<String> lines) {
        trace = lines;
    }

    /** Judges the kit by {@code work}; {@code full} is whether every rule has to be reached. */
    KitReport judge(Consumer<KitRun> work, boolean full) {
        try {
            capabilities = Set.copyOf(kit.capabilities());
            counts = new RuleCounts(capabilities, mutedFromTheStart());
            smoke();
            worker.traceTo(trace);
            work.accept(this);
            return report(kit.faults(), full);
        } catch (AdapterFault fault) {
            return report(fault);
        } finally {
            progress.end();
        }
    }

    /** As {@link #judge}, and reports an adapter fault if anything is written to standard output meanwhile. */
    KitReport judgeGuarded(Consumer<KitRun> work, boolean full) {
        try (StandardOutput output = StandardOutput.during(worker::inFlight)) {
            worker.guard(output);
            return judge(work, full);
        }
    }

    void everything() {
        replayKnown();
        search();
        checks();
    }

    private Set<Rule> mutedFromTheStart() {
        return Catalogue.all().stream().filter(r -> !options.asks(r)).collect(Collectors.toSet());
    }

    private void smoke() {
        Failure failure = worker.run(SMOKE, new RuleCounts(capabilities, Set.of()), Search.PATIENCE);
        if (failure != null && isBasic(failure)) {
            throw new AdapterFault(
                    "the kit fails the smoke program \"" + SMOKE.oneLine() + "\": " + described(failure));
        }
    }

    private static String described(Failure failure) {
        return failure.trace() == null
                ? failure.what() + " is " + failure.actual() + ", not " + failure.expected()
                : failure.what() + ": " + failure.actual();
    }

    /** Whether a root and its child cannot even live and end. */
    private boolean isBasic(Failure failure) {
        return failure.trace() != null || failure.what().startsWith("done of");
    }

    private void replayKnown() {
        Set<Rule> others = new HashSet<>(mutedFromTheStart());
        known.lines().forEach(l -> others.add(l.rule()));
        others.addAll(kit.differs().keySet());
        for (KnownFailing.Line line : known.lines()) {
            if (options.asks(line.rule())) {
                replay(line, others);
            }
        }
    }

    private void replay(KnownFailing.Line line, Set<Rule> others) {
        Set<Rule> muted = new HashSet<>(others);
        muted.remove(line.rule());
        Failure failure = shown(line, muted);
        if (failure != null && failure.rule() == line.rule()) {
            failures.putIfAbsent(line.rule(), failure);
            counts.mute(line.rule());
        } else {
            stale.add("the known-failing line of " + line.rule().id() + " is stale: its " + line.evidence()
                    + " no longer breaks the rule; remove the line");
        }
    }

    private @Nullable Failure shown(KnownFailing.Line line, Set<Rule> muted) {
        Check check = line.check();
        return check == null
                ? worker.run(line.program(), new RuleCounts(capabilities, muted), Search.PATIENCE)
                : worker.run(check, new RuleCounts(capabilities, muted));
    }

    private void search() {
        Search search = new Search(kit, options, worker, progress, statistics, failures.keySet());
        failures.putAll(search.run(counts));
        programs = search.drawn();
    }

    /** Runs the directed checks of rules that are not broken yet. */
    private void checks() {
        List<Check> wanted = Checks.all().stream()
                .filter(c -> direct() && options.asks(c.rule()) && c.applies(capabilities))
                .toList();
        for (int i = 0; i < wanted.size(); i++) {
            Check check = wanted.get(i);
            progress.checks(kit.name(), i, wanted.size());
            if (!counts.mutes(check.rule())) {
                run(check);
            }
        }
    }

    private void run(Check check) {
        Failure failure = worker.run(check, counts);
        if (failure != null) {
            failures.put(failure.rule(), failure);
            counts.mute(failure.rule());
        }
    }

    /** Whether the kit takes single operations, and not only whole programs. */
    private boolean direct() {
        return kit instanceof ContextKit<?>;
    }

    void only(Check check) {
        if (!direct()) {
            throw new AdapterFault("directed checks cannot be run through an adapter");
        } else if (!check.applies(capabilities)) {
            throw new AdapterFault("the check " + check.name() + " does not apply: it needs " + check.allNeeds()
                    + ", and the kit declares " + capabilities);
        }
        run(check);
    }

    void only(Program program) {
        programs = 1;
        statistics.count(program);
        Failure failure = worker.run(program, counts, Search.PATIENCE);
        if (failure != null) {
            failures.put(failure.rule(), failure);
        }
    }

    /** Reports on a kit that could not be judged to the end. */
    private KitReport report(AdapterFault last) {
        judged = false;
        List<String> faults = new ArrayList<>(kit.faults());
        faults.add(String.valueOf(last.getMessage()));
        return report(faults, false);
    }

    private KitReport report(List<String> faults, boolean full) {
        Verdicts verdicts =
                new Verdicts(kit, known, new Verdicts.Found(capabilities, counts, failures, programs, judged));
        List<RuleResult> results = Catalogue.all().stream()
                .filter(options::asks)
                .map(r -> verdicts.of(r, full && faults.isEmpty()))
                .collect(Collectors.toList());
        return new KitReport(
                kit.name(),
                kit.id(),
                capabilities,
                kit.linking(),
                options.seed(),
                programs,
                statistics.counts(),
                results,
                stale,
                faults.isEmpty() ? null : String.join("; ", faults));
    }
}
