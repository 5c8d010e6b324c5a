package dev.cascata.conformance;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
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

    /** Judges a kit by the known failures and by random programs. */
    public KitReport judge(ContextKit<?> kit) {
        return new Run(kit).judge(null);
    }

    /** Judges a kit by one program alone. */
    public KitReport judge(ContextKit<?> kit, Program program) {
        return new Run(kit).judge(program);
    }

    /** The judging of one kit. */
    private final class Run {
        private final ContextKit<?> kit;
        private final Worker worker;
        private final Statistics statistics = new Statistics();
        private final Map<Rule, Failure> failures = new LinkedHashMap<>();
        private final List<String> stale = new ArrayList<>();
        private Set<Capability> capabilities = Set.of();
        private Ledger ledger = new Ledger(Set.of(), Set.of());
        private int programs;

        Run(ContextKit<?> kit) {
            this.kit = kit;
            this.worker = new Worker(kit, options.limitMillis());
        }

        KitReport judge(@Nullable Program single) {
            try {
                capabilities = Set.copyOf(kit.capabilities());
                ledger = new Ledger(capabilities, mutedFromTheStart());
                smoke();
                worker.traceTo(trace);
                if (single == null) {
                    replayKnown();
                    search();
                } else {
                    runOnly(single);
                }
                return report(null, single == null && options.full());
            } catch (AdapterFault fault) {
                return report(fault.getMessage(), false);
            } finally {
                progress.end();
            }
        }

        private Set<Rule> mutedFromTheStart() {
            return Catalogue.all().stream().filter(r -> !options.asks(r)).collect(Collectors.toSet());
        }

        private void smoke() {
            Failure failure = worker.run(SMOKE, new Ledger(capabilities, Set.of()), Search.PATIENCE);
            if (failure != null && isBasic(failure)) {
                throw new AdapterFault("the kit fails the smoke program \"" + SMOKE.oneLine() + "\": " + failure.what()
                        + " is " + failure.actual() + ", not " + failure.expected());
            }
        }

        /** Whether a root and one child do not even live and end. */
        private boolean isBasic(Failure failure) {
            return failure.trace() != null || failure.what().startsWith("done of");
        }

        private void replayKnown() {
            Set<Rule> others = new HashSet<>(mutedFromTheStart());
            known.lines().forEach(l -> others.add(l.rule()));
            for (KnownFailing.Line line : known.lines()) {
                if (options.asks(line.rule())) {
                    replay(line, others);
                }
            }
        }

        private void replay(KnownFailing.Line line, Set<Rule> others) {
            if (line.program().size() == 0) {
                stale.add("the known-failing line of " + line.rule().id() + " names no program, and this suite has no"
                        + " other check of the rule; add the program that shows the failure");
                return;
            }
            Set<Rule> muted = new HashSet<>(others);
            muted.remove(line.rule());
            Failure failure = worker.run(line.program(), new Ledger(capabilities, muted), Search.PATIENCE);
            if (failure != null && failure.rule() == line.rule()) {
                failures.putIfAbsent(line.rule(), failure);
                ledger.mute(line.rule());
            } else {
                stale.add("the known-failing line of " + line.rule().id() + " is stale: its program \""
                        + line.program().oneLine() + "\" no longer breaks the rule; take the line out");
            }
        }

        private void search() {
            Search search = new Search(kit, options, worker, progress, statistics, failures.keySet());
            failures.putAll(search.run(ledger));
            programs = options.tries();
        }

        private void runOnly(Program program) {
            programs = 1;
            statistics.count(program);
            Failure failure = worker.run(program, ledger, Search.PATIENCE);
            if (failure != null) {
                failures.put(failure.rule(), failure);
            }
        }

        private KitReport report(@Nullable String fault, boolean full) {
            List<RuleResult> results = Catalogue.all().stream()
                    .filter(options::asks)
                    .map(r -> result(r, fault == null, full))
                    .collect(Collectors.toList());
            String name = kit.getClass().getName();
            return new KitReport(
                    kit.name(),
                    name,
                    capabilities,
                    options.seed(),
                    programs,
                    statistics.counts(),
                    results,
                    stale,
                    fault);
        }

        private RuleResult result(Rule rule, boolean judged, boolean full) {
            Failure failure = failures.get(rule);
            long held = ledger.held(rule);
            if (failure != null) {
                return broken(rule, held, failure);
            } else if (!rule.applies(capabilities)) {
                return new RuleResult(rule, Verdict.NOT_APPLICABLE, held, "", null);
            } else if (!judged) {
                return new RuleResult(rule, Verdict.NOT_RUN, held, "the kit could not be judged", null);
            } else if (!rule.evidence().contains(Evidence.PROGRAM)) {
                return new RuleResult(rule, Verdict.NOT_RUN, held, "", null);
            } else if (held > 0) {
                return new RuleResult(rule, Verdict.PASS, held, "", null);
            }
            return neverTested(rule, full);
        }

        private RuleResult neverTested(Rule rule, boolean full) {
            if (!failures.isEmpty()) {
                String note = "the programs that reach it break another rule first";
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
