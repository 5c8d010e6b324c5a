package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.stress.races.KitUnderTest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;

/** A rule without samples does not pass, and a forbidden sample fails it. */
class JudgeTest {
    private static final Subject REFERENCE = Subject.of(KitUnderTest.REFERENCE);

    @Test
    void acceptableSamplesPass() {
        RuleVerdict verdict =
                verdict(REFERENCE, CancelRule.CANCEL_16, seen("CancelCancel", Expect.ACCEPTABLE, 5, null));
        assertThat(verdict.verdict()).isEqualTo(Verdict.PASS);
        assertThat(verdict.samples()).isEqualTo(5);
    }

    @Test
    void forbiddenSampleFailsTheFirstRuleOfTheRaceAndLeavesTheOthersUntested() {
        RaceResult seen = seen("CancelCancel", Expect.FORBIDDEN, 1, null);
        assertThat(verdict(REFERENCE, CancelRule.CANCEL_7, seen).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(verdict(REFERENCE, CancelRule.CANCEL_16, seen).verdict()).isEqualTo(Verdict.UNTESTED);
    }

    @Test
    void raceWithoutResultIsUntested() {
        RaceResult never = RaceResult.of(race("CancelCancel"), List.of());
        assertThat(never.gap()).isEqualTo("it was run in no configuration");
        RuleVerdict verdict = verdict(REFERENCE, CancelRule.CANCEL_7, never);
        assertThat(verdict.verdict()).isEqualTo(Verdict.UNTESTED);
        assertThat(verdict.surprising()).isTrue();
        assertThat(verdict.note()).contains("CancelCancel", "in no configuration");
    }

    @Test
    void operationThatDoesNotReturnFails() {
        RaceResult stuck = new RaceResult(race("CancelCancel"), List.of(), "an operation did not return", null);
        assertThat(verdict(REFERENCE, CancelRule.CANCEL_7, stuck).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void interestingOutcomeFailsAtomicKitsOnly() {
        RaceResult window = seen("ReaderSeesParent", Expect.ACCEPTABLE_INTERESTING, 3, null);
        assertThat(REFERENCE.capabilities()).contains(Capability.ATOMIC);
        assertThat(verdict(REFERENCE, CancelRule.CANCEL_15, window).verdict()).isEqualTo(Verdict.FAIL);
        Set<Capability> declared = EnumSet.copyOf(REFERENCE.capabilities());
        declared.remove(Capability.ATOMIC);
        Subject twoPhase = new Subject("two-phase", "example.TwoPhaseKit", declared);
        assertThat(verdict(twoPhase, CancelRule.CANCEL_15, window).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void releasedLibraryDoesNotPass() {
        Subject peer = new Subject("peer", "dev.cascata.conformance.peers.PeerKit", REFERENCE.capabilities());
        RuleVerdict verdict = verdict(peer, CancelRule.CANCEL_7, seen("CancelCancel", Expect.ACCEPTABLE, 5, null));
        assertThat(verdict.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(verdict.note()).contains("proves nothing");
    }

    @Test
    void missingCapabilityIsNamed() {
        Subject bare = new Subject("bare", "example.BareKit", Set.of(Capability.THREADS, Capability.CANCEL_RESULT));
        assertThat(verdict(bare, CancelRule.CANCEL_16).note()).contains("its races need", "CAUSES");
    }

    private static RuleVerdict verdict(Subject subject, Rule rule, RaceResult... seen) {
        return new Judge(subject, Race.all(), List.of(seen))
                .verdicts().stream().filter(r -> r.rule() == rule).findFirst().orElseThrow();
    }

    private static RaceResult seen(String race, Expect expect, long samples, @Nullable String gap) {
        return new RaceResult(
                race(race), List.of(new RaceResult.Outcome("result", expect, samples, "meaning")), null, gap);
    }

    private static Race race(String name) {
        return Race.all().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
