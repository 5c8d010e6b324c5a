package dev.cascata.conformance.suite;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Strength;
import dev.cascata.conformance.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a run says about one kit.
 *
 * @param kit the name that the kit gives itself
 * @param kitClass the class to name on the command line; of an adapter, the flag that chooses it
 * @param linking the kit's own expression that links a child to its parent; empty if the library does that
 * @param seed the seed of the random programs
 * @param programs how many random programs were run
 * @param statistics how often each kind of step, depth, width and tie came up
 * @param results one per rule of the catalogue asked for, in its order
 * @param stale known-failing lines that no longer fail, each as a sentence
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

    public long count(Verdict verdict) {
        return results.stream().filter(r -> r.verdict() == verdict).count();
    }

    /** MUST rules that the kit's capabilities make applicable. */
    public long applicableMusts() {
        return results.stream()
                .filter(r -> r.rule().strength() == Strength.MUST && r.verdict() != Verdict.NOT_APPLICABLE)
                .count();
    }

    /** True if something turned out otherwise than expected: a MUST broken or untested, or a stale line. */
    public boolean surprising() {
        return !stale.isEmpty() || results.stream().anyMatch(KitReport::surprising);
    }

    private static boolean surprising(RuleResult result) {
        boolean bad = result.verdict() == Verdict.FAIL || result.verdict() == Verdict.UNTESTED;
        return bad && result.rule().strength() == Strength.MUST;
    }
}
