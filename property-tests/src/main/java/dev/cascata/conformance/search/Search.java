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
 * Looks for failures with random programs. The first program that breaks a rule is shrunk while it still breaks the
 * same rule first, and every step that is not needed for that is dropped. Then the rule is muted, and the search goes
 * on.
 */
public final class Search {
    private static final int GENERATED_SIZE = 1000;
    /** The number of hangs after which the search ends. */
    private static final int MOST_HANGS = 10;

    /** The number of looks, about 50 microseconds apart, at what other threads have to do. */
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

    /** Takes {@code known} as the rules that the library is known to break. */
    public Search(Kit kit, Options options, Worker worker, Progress progress, Statistics statistics, Set<Rule> known) {
        this.kit = kit;
        this.options = options;
        this.worker = worker;
        this.progress = progress;
        this.statistics = statistics;
        this.known = known;
    }

    /** Runs all programs and returns the failures of rules that {@code counts} does not mute. */
    public Map<Rule, Failure> run(RuleCounts counts) {
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(kit.capabilities()).generator(GENERATED_SIZE);
            Random random = new Random(options.seed());
            while (!enough() && drawn < options.programs() && worker.hangs() - shrinkingHangs < MOST_HANGS) {
                Shrinkable<Program> program = programs.next(random);
                drawn++;
                if (!beyond(program.value())) {
                    tryOne(program, counts);
                }
                progress.programs(kit.name(), drawn, options.programs());
            }
        });
        return found;
    }

    private boolean enough() {
        return hasty && !found.isEmpty();
    }

    /** Makes the search end at the first failure, shrunk or not, and wait for other threads only a short time. */
    public Search hasty(boolean shrunk) {
        hasty = true;
        shrinks = shrunk;
        return this;
    }

    /** Returns the number of programs drawn: fewer than the options ask for if it ended early or hung too often. */
    public int drawn() {
        return drawn;
    }

    /**
     * Whether a program is too deep for a library that is known to overflow. What such a library loses, and when,
     * depends on how much of the stack the compiler leaves.
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

    private @Nullable Failure run(Program program, RuleCounts counts, int patience) {
        boolean overflows = brokenByWalks() || broken(ScaleRule.SCALE_2);
        return worker.run(program, counts, patience, overflows ? Stack.LARGE : Stack.SMALL);
    }

    private boolean brokenByWalks() {
        return broken(ScaleRule.SCALE_1) || broken(ScaleRule.SCALE_7);
    }

    private boolean broken(Rule rule) {
        return known.contains(rule) || found.containsKey(rule);
    }

    private void tryOne(Shrinkable<Program> shrinkable, RuleCounts counts) {
        Program program = shrinkable.value();
        statistics.count(program);
        Failure failure = confirmed(run(program, counts, patience()), counts);
        while (failure != null && !followsFromAnother(failure, counts)) {
            progress.shrinking(kit.name(), failure.rule());
            found.put(failure.rule(), shrinks ? smallest(shrinkable, failure, counts) : failure);
            counts.mute(failure.rule());
            failure = hasty ? null : confirmed(run(program, counts.fork(), patience()), counts);
        }
    }

    /** Once a wait for other threads has timed out, later waits are short. */
    private int patience() {
        return worker.waits() > 0 ? shortest() : longest();
    }

    /** Returns the number of runs in which a wait timed out, or that hung. */
    int waits() {
        return worker.waits() + worker.hangs();
    }

    int shortest() {
        return hasty ? HASTY_PATIENCE : SHRINKING_PATIENCE;
    }

    int longest() {
        return hasty ? HASTY_PATIENCE : PATIENCE;
    }

    /** Returns the failure if it also shows with a wait that is longer than a stall of the processor. */
    private @Nullable Failure confirmed(@Nullable Failure failure, RuleCounts counts) {
        return failure == null || hasty || worker.waits() == 0
                ? failure
                : breaks(failure.program(), failure.rule(), counts, LONG_PATIENCE);
    }

    /**
     * Whether a failure at the end of a quiet program follows from another one, which shows earlier when everything is
     * read after each step and is known already, or is left to be found by a program of its own.
     */
    boolean followsFromAnother(Failure failure, RuleCounts counts) {
        if (!failure.program().quiet()) {
            return false;
        }
        RuleCounts open = new RuleCounts(counts.capabilities(), Set.of());
        Failure earlier = run(failure.program().loud(), open, longest());
        return earlier != null && earlier.rule() != failure.rule();
    }

    private Failure smallest(Shrinkable<Program> first, Failure failure, RuleCounts counts) {
        int before = worker.hangs();
        Shrinking shrinking = new Shrinking(this, failure, counts);
        shrinking.follow(first);
        shrinking.dropSteps();
        Failure smallest = shrinking.confirmed();
        shrinkingHangs += worker.hangs() - before;
        return smallest;
    }

    /** Returns the failure if the program breaks this rule first among those that are not muted. */
    @Nullable
    Failure breaks(Program program, Rule rule, RuleCounts counts, int patience) {
        Failure failure = run(program, counts.fork(), patience);
        return failure != null && failure.rule() == rule ? failure : null;
    }
}
