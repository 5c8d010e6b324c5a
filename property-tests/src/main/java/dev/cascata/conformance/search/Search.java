package dev.cascata.conformance.search;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;

/**
 * Looks for failures with random programs. The first program that breaks a rule is shrunk under "the same rule still
 * breaks first", then freed of every single step that it can do without; the rule is muted, and the search goes on.
 */
public final class Search {
    private static final int GENERATED_SIZE = 1000;
    /** A library that hangs this often is not looked at any further. */
    private static final int MOST_HANGS = 10;

    /** Looks at what other threads have to do, each some ten thousandths of a second apart. */
    public static final int PATIENCE = 25_000;

    private static final int LONG_PATIENCE = 6 * PATIENCE;

    public static final int SHRINKING_PATIENCE = 1500;
    private static final int HASTY_PATIENCE = 300;

    private final Kit kit;
    private final Options options;
    private final Worker worker;
    private final Progress progress;
    private final Statistics statistics;
    private final Set<Rule> known;
    private final Map<Rule, Failure> found = new LinkedHashMap<>();
    private boolean hasty;
    private boolean shrinks = true;
    private int drawn;
    private int shrinkingHangs;

    /** {@code known}: the rules that the library is known to break. */
    public Search(Kit kit, Options options, Worker worker, Progress progress, Statistics statistics, Set<Rule> known) {
        this.kit = kit;
        this.options = options;
        this.worker = worker;
        this.progress = progress;
        this.statistics = statistics;
        this.known = known;
    }

    /** Runs all programs; rules that {@code ledger} mutes are not looked for. */
    public Map<Rule, Failure> run(RuleCounts ledger) {
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(kit.capabilities()).generator(GENERATED_SIZE);
            Random random = new Random(options.seed());
            while (!enough() && drawn < options.programs() && worker.hangs() - shrinkingHangs < MOST_HANGS) {
                Shrinkable<Program> program = programs.next(random);
                drawn++;
                if (!beyond(program.value())) {
                    tryOne(program, ledger);
                }
                progress.programs(kit.name(), drawn, options.programs());
            }
        });
        return found;
    }

    private boolean enough() {
        return hasty && !found.isEmpty();
    }

    /** To stop at the first failure, shrunk or not, and to wait for other threads no longer than a shrinking does. */
    public Search hasty(boolean shrunk) {
        hasty = true;
        shrinks = shrunk;
        return this;
    }

    /** How many programs were drawn: as many as the options ask for, fewer if that was enough or it hung too often. */
    public int drawn() {
        return drawn;
    }

    /**
     * Whether a program is deeper than a library can go that is known to overflow: what it loses there, and when,
     * depends on how much of the stack the compiler leaves, and tells nothing new.
     */
    private boolean beyond(Program program) {
        return program.steps().stream()
                .anyMatch(s -> tooDeep(s)
                        || (s instanceof Step.Chain && deep(s) && brokenByWalks())
                        || (s instanceof Step.Layers && deep(s) && broken(ScaleRule.SCALE_2)));
    }

    private boolean tooDeep(Step step) {
        return step instanceof Step.Derive derive && derive.deep() && derive.count() > kit.deepest();
    }

    private static boolean deep(Step step) {
        return step instanceof Step.Derive derive && derive.count() >= Step.FAR;
    }

    private @Nullable Failure run(Program program, RuleCounts ledger, int patience) {
        boolean overflows = brokenByWalks() || broken(ScaleRule.SCALE_2);
        return worker.run(program, ledger, patience, overflows ? Stack.LARGE : Stack.SMALL);
    }

    private boolean brokenByWalks() {
        return broken(ScaleRule.SCALE_1) || broken(ScaleRule.SCALE_7);
    }

    private boolean broken(Rule rule) {
        return known.contains(rule) || found.containsKey(rule);
    }

    private void tryOne(Shrinkable<Program> shrinkable, RuleCounts ledger) {
        Program program = shrinkable.value();
        statistics.count(program);
        Failure failure = confirmed(run(program, ledger, patience()), ledger);
        while (failure != null && !followsFromAnother(failure, ledger)) {
            progress.shrinking(kit.name(), failure.rule());
            found.put(failure.rule(), shrinks ? smallest(shrinkable, failure, ledger) : failure);
            ledger.mute(failure.rule());
            failure = hasty ? null : confirmed(run(program, ledger.fork(), patience()), ledger);
        }
    }

    /** A library whose threads were once waited for in vain is not waited for that long in every program. */
    private int patience() {
        return worker.waitedInVain() ? shortest() : longest();
    }

    int shortest() {
        return hasty ? HASTY_PATIENCE : SHRINKING_PATIENCE;
    }

    int longest() {
        return hasty ? HASTY_PATIENCE : PATIENCE;
    }

    /** The failure, if it shows even where other threads are waited for as long as a stalled processor may take. */
    private @Nullable Failure confirmed(@Nullable Failure failure, RuleCounts ledger) {
        return failure == null || hasty || !worker.waitedInVain()
                ? failure
                : breaks(failure.program(), failure.rule(), ledger, LONG_PATIENCE);
    }

    /**
     * Whether a failure seen only at the end of a quiet program comes of one that shows earlier when everything is
     * read after each step, and that is known or has yet to be found by a program of its own.
     */
    boolean followsFromAnother(Failure failure, RuleCounts ledger) {
        if (!failure.program().quiet()) {
            return false;
        }
        RuleCounts open = new RuleCounts(ledger.capabilities(), Set.of());
        Failure earlier = run(failure.program().loud(), open, longest());
        return earlier != null && earlier.rule() != failure.rule();
    }

    private Failure smallest(Shrinkable<Program> first, Failure failure, RuleCounts ledger) {
        int before = worker.hangs();
        Shrinking shrinking = new Shrinking(this, failure, ledger);
        shrinking.follow(first);
        shrinking.dropSteps();
        Failure smallest = shrinking.confirmed();
        shrinkingHangs += worker.hangs() - before;
        return smallest;
    }

    /** Whether the program breaks the rule before any other that is news. */
    @Nullable
    Failure breaks(Program program, Rule rule, RuleCounts ledger, int patience) {
        Failure failure = run(program, ledger.fork(), patience);
        return failure != null && failure.rule() == rule ? failure : null;
    }
}
