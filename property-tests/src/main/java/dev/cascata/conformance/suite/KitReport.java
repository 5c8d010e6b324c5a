package dev.cascata.conformance.suite;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run for one kit.
 *
 * @param kit the name that the kit gives itself
 * @param kitClass the class to name on the command line; of an adapter, the flag that chooses it
 * @param linking the kit's own expression that links a child to its parent; empty if the library does that
 * @param seed the seed of the random programs
 * @param programs how many random programs were run
 * @param statistics how often each kind of step, depth, width and tie occurred
 * @param results one for each rule that was asked for, in the order of the catalogue
 * @param stale a sentence for each known-failing line that no longer fails
 * @param fault why the kit could not be judged, or null
 */
public record KitReport(
        String kit,
        String kitClass,
        Set<Capability> capabilities,
        String linking,
        long seed,
        int programs,
        Map<String, Long> statistics,
        List<RuleResult> results,
        List<String> stale,
        @Nullable String fault) {

    /** Counts the rules with this verdict. */
    public long count(Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).count();
    }

    /** Returns true if something is not as expected: a MUST is broken or untested, or a known-failing line is stale. */
    public boolean surprising() {
        return !stale.isEmpty() || results.stream().anyMatch(RuleResult::surprising);
    }
}
