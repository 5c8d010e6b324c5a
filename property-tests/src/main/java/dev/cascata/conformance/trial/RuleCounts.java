package dev.cascata.conformance.trial;

import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Counts the comparisons to which each rule applied, over the programs of a run, and knows the muted rules, whose
 * failures are not reported. For one thread at a time.
 */
public class RuleCounts {
    /** What was checked, expected and observed, and why, in words. */
    public record Finding(String what, String expected, String why, String actual) {
        /** Returns the words for a greatest number. */
        static String atMost(long most) {
            return most == 0 ? "0" : "at most " + most;
        }
    }

    /** Thrown when a comparison fails under a rule that is not muted. */
    static final class Mismatch extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient Rule rule;
        final transient Finding finding;

        Mismatch(Rule rule, Finding finding) {
            super(finding.what(), null, false, false);
            this.rule = rule;
            this.finding = finding;
        }
    }

    /** Whether one rule applies to the library, and to how many comparisons it applied. */
    private static final class Tally {
        final boolean applies;
        long held;

        Tally(boolean applies) {
            this.applies = applies;
        }
    }

    private final Set<Capability> capabilities;
    private final Set<Rule> muted;
    private final Map<Rule, Tally> tallies = new HashMap<>();

    public RuleCounts(Set<Capability> capabilities, Set<Rule> muted) {
        this.capabilities = capabilities;
        this.muted = new HashSet<>(muted);
        Catalogue.all().forEach(r -> tallies.put(r, new Tally(r.applies(capabilities))));
    }

    private RuleCounts(RuleCounts like) {
        capabilities = like.capabilities;
        muted = new HashSet<>(like.muted);
        like.tallies.forEach((rule, tally) -> tallies.put(rule, new Tally(tally.applies)));
    }

    /** Returns counts that mute the same rules and start from zero. */
    public RuleCounts fork() {
        return new RuleCounts(this);
    }

    public void mute(Rule rule) {
        muted.add(rule);
    }

    public boolean mutes(Rule rule) {
        return muted.contains(rule);
    }

    Set<Rule> muted() {
        return Set.copyOf(muted);
    }

    boolean declares(Capability capability) {
        return capabilities.contains(capability);
    }

    public Set<Capability> capabilities() {
        return capabilities;
    }

    public long held(Rule rule) {
        return tally(rule).held;
    }

    /** Notes that the following comparisons are made after this step. */
    public void begin(Step step) {}

    public void count(Rule rule, long times) {
        tally(rule).held += times;
    }

    private Tally tally(Rule rule) {
        return Objects.requireNonNull(tallies.get(rule), rule::id);
    }

    /** Adds other counts to these. */
    public void add(RuleCounts other) {
        other.tallies.forEach((rule, tally) -> count(rule, tally.held));
    }

    /**
     * Counts one comparison.
     *
     * @param rules the rules that lead to the expected value; a failure is reported under the first that applies
     * @param finding makes the report under that rule
     * @return false if the comparison failed and the rule is muted
     * @throws Mismatch if the comparison failed and the rule is not muted
     */
    boolean check(boolean ok, List<? extends Rule> rules, Function<Rule, Finding> finding) {
        Rule first = null;
        for (Rule rule : rules) {
            if (tally(rule).applies) {
                count(rule, 1);
                first = first == null ? rule : first;
            }
        }
        if (ok || first == null) {
            return ok;
        }
        if (!muted.contains(first)) {
            throw new Mismatch(first, finding.apply(first));
        }
        return false;
    }
}
