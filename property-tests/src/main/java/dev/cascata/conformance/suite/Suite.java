package dev.cascata.conformance.suite;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.rules.Verdict;
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

/** Judges kits: the smoke program, the known failures, random programs, and a verdict for every rule. */
public final class Suite {
    private static final Program SMOKE = Program.parse("c1 = withCancel c0; cancel c1");

    private final Options options;
    private final KnownFailing known;
    private final Progress progress;
    private @Nullable Consumer<String> trace;
    private boolean guarded;

    public Suite(Options options, KnownFailing known, Progress progress) {
        this.options = options;
        this.known = known;
        this.progress = progress;
    }

    /** Tells every step and what was read after it, line by line, if the options ask for it. */
    public Suite traceTo(Consumer<String> lines) {
        trace = options.trace() ? lines : null;
        return this;
    }

    /** Holds it against a kit if anything is written to standard output while the kit is judged. */
    public Suite guardOutput() {
        guarded = true;
        return this;
    }

    /** Judges a kit by the known failures and by random programs. */
    public KitReport judge(Kit kit) {
        return new Run(kit).judge(Run::everything, options.full());
    }

    /** Judges a kit by one program alone. */
    public KitReport judge(Kit kit, Program program) {
        return new Run(kit).judge(run -> run.only(program), false);
    }

    /** Judges a kit by one directed check alone. */
    public KitReport judge(Kit kit, Check check) {
        return new Run(kit).judge(run -> run.only(check), false);
    }

    /** The judging of one kit. */
    private final class Run {
        private final Kit kit;
        private final Worker worker;
        private final Statistics statistics = new Statistics();
        private final Map<Rule, Failure> failures = new LinkedHashMap<>();
        private final List<String> stale = new ArrayList<>();
        private Set<Capability> capabilities = Set.of();
        private RuleCounts ledger = new RuleCounts(Set.of(), Set.of());
        private int programs;
        private boolean judged = true;

        Run(Kit kit) {
            this.kit = kit;
            this.worker = new Worker(kit, options.limitMillis());
        }

        KitReport judge(Consumer<Run> work, boolean full) {
            if (!guarded) {
                return judged(work, full);
            }
            try (StandardOutput output = StandardOutput.during(worker::inFlight)) {
                worker.guard(output);
                return judged(work, full);
            }
        }

        private KitReport judged(Consumer<Run> work, boolean full) {
            try {
                capabilities = Set.copyOf(kit.capabilities());
                ledger = new RuleCounts(capabilities, mutedFromTheStart());
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
                throw new AdapterFault("the kit fails the smoke program \"" + SMOKE.oneLine() + "\": " + told(failure));
            }
        }

        private static String told(Failure failure) {
            return failure.trace() == null
                    ? failure.what() + " is " + failure.actual() + ", not " + failure.expected()
                    : failure.what() + ": " + failure.actual();
        }

        /** Whether a root and one child do not even live and end. */
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
                ledger.mute(line.rule());
            } else {
                stale.add("the known-failing line of " + line.rule().id() + " is stale: its " + line.evidence()
                        + " no longer breaks the rule; take the line out");
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
            failures.putAll(search.run(ledger));
            programs = search.drawn();
        }

        /** Those of rules that are broken already have nothing to add. */
        private void checks() {
            List<Check> wanted = Checks.all().stream()
                    .filter(c -> direct() && options.asks(c.rule()) && c.applies(capabilities))
                    .toList();
            for (int i = 0; i < wanted.size(); i++) {
                Check check = wanted.get(i);
                progress.checks(kit.name(), i, wanted.size());
                if (!ledger.mutes(check.rule())) {
                    run(check);
                }
            }
        }

        private void run(Check check) {
            Failure failure = worker.run(check, ledger);
            if (failure != null) {
                failures.put(failure.rule(), failure);
                ledger.mute(failure.rule());
            }
        }

        /** Whether single operations can be asked for, and not only whole programs. */
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
            Failure failure = worker.run(program, ledger, Search.PATIENCE);
            if (failure != null) {
                failures.put(failure.rule(), failure);
            }
        }

        /** The report on a kit that could not be judged to the end. */
        private KitReport report(AdapterFault last) {
            judged = false;
            List<String> faults = new ArrayList<>(kit.faults());
            faults.add(String.valueOf(last.getMessage()));
            return report(faults, false);
        }

        private KitReport report(List<String> faults, boolean full) {
            List<RuleResult> results = Catalogue.all().stream()
                    .filter(options::asks)
                    .map(r -> result(r, full && faults.isEmpty()))
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

        private RuleResult result(Rule rule, boolean full) {
            Failure failure = failures.get(rule);
            long held = ledger.held(rule);
            if (failure != null) {
                return broken(rule, held, failure);
            } else if (!rule.applies(capabilities)) {
                return new RuleResult(rule, Verdict.NOT_APPLICABLE, held, "", null);
            } else if (!judged) {
                return new RuleResult(rule, Verdict.NOT_RUN, held, "the kit could not be judged", null);
            } else if (!inScope(rule)) {
                return new RuleResult(rule, Verdict.NOT_RUN, held, "", null);
            } else if (held > 0) {
                return new RuleResult(rule, Verdict.PASS, held, "", null);
            }
            return neverTested(rule, full);
        }

        /** Races are run elsewhere; an adapter takes programs only. */
        private boolean inScope(Rule rule) {
            return rule.evidence().stream().anyMatch(e -> e == Evidence.PROGRAM || (direct() && e != Evidence.RACE));
        }

        private RuleResult neverTested(Rule rule, boolean full) {
            if (rule instanceof ScaleRule && kit.deepest() < Step.FAR) {
                String note = "the adapter takes no more than " + kit.deepest() + " contexts below one another";
                return new RuleResult(rule, Verdict.NOT_RUN, 0, note, null);
            }
            if (!failures.isEmpty()) {
                String note = "what reaches it breaks another rule first";
                return new RuleResult(rule, Verdict.NOT_RUN, 0, note, null);
            }
            return full
                    ? new RuleResult(rule, Verdict.UNTESTED, 0, "never came up in " + programs + " programs", null)
                    : new RuleResult(rule, Verdict.NOT_RUN, 0, "did not come up", null);
        }

        private RuleResult broken(Rule rule, long held, Failure failure) {
            for (KnownFailing.Line line : known.lines()) {
                if (line.rule() == rule) {
                    return new RuleResult(rule, Verdict.KNOWN, held, line.reason(), failure);
                }
            }
            String documented = kit.differs().get(rule);
            return documented == null
                    ? new RuleResult(rule, Verdict.FAIL, held, "", failure)
                    : new RuleResult(rule, Verdict.DIFFERS, held, documented, failure);
        }
    }
}
