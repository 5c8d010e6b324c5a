package dev.cascata.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.stress.races.Chosen;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;

/** A verdict comes from samples: none are no pass, and a forbidden one is a failure. */
class JudgeTest {
    private static final Subject REFERENCE = Subject.of(Chosen.REFERENCE);

    @Test
    void samplesWithoutAForbiddenOneAreAPass() {
        Ruling ruling = ruling(REFERENCE, CancelRule.CANCEL_16, seen("CancelCancel", Expect.ACCEPTABLE, 5, null));
        assertThat(ruling.verdict()).isEqualTo(Verdict.PASS);
        assertThat(ruling.samples()).isEqualTo(5);
    }

    @Test
    void aForbiddenSampleBreaksTheFirstRuleOfTheRaceAndHidesTheOthers() {
        Seen seen = seen("CancelCancel", Expect.FORBIDDEN, 1, null);
        assertThat(ruling(REFERENCE, CancelRule.CANCEL_7, seen).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(ruling(REFERENCE, CancelRule.CANCEL_16, seen).verdict()).isEqualTo(Verdict.UNTESTED);
    }

    @Test
    void aRaceThatDidNotRunIsAGapAndNotAPass() {
        Seen never = Seen.of(race("CancelCancel"), List.of());
        assertThat(never.gap()).isEqualTo("it was run in no configuration");
        Ruling ruling = ruling(REFERENCE, CancelRule.CANCEL_7, never);
        assertThat(ruling.verdict()).isEqualTo(Verdict.UNTESTED);
        assertThat(ruling.surprising()).isTrue();
        assertThat(ruling.note()).contains("CancelCancel", "in no configuration");
    }

    @Test
    void anOperationThatDoesNotReturnIsAFailure() {
        Seen stuck = new Seen(race("CancelCancel"), List.of(), "an operation did not return", null);
        assertThat(ruling(REFERENCE, CancelRule.CANCEL_7, stuck).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void theWindowOfAWalkIsForbiddenToAtomicKitsAlone() {
        Seen window = seen("ReaderSeesParent", Expect.ACCEPTABLE_INTERESTING, 3, null);
        assertThat(REFERENCE.capabilities()).contains(Capability.ATOMIC);
        assertThat(ruling(REFERENCE, CancelRule.CANCEL_15, window).verdict()).isEqualTo(Verdict.FAIL);
        Set<Capability> declared = EnumSet.copyOf(REFERENCE.capabilities());
        declared.remove(Capability.ATOMIC);
        Subject twoPhase = new Subject("two-phase", "example.TwoPhaseKit", declared);
        assertThat(ruling(twoPhase, CancelRule.CANCEL_15, window).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aLibraryThatIsDrivenFromOutsideNeverPasses() {
        Subject peer = new Subject("peer", "dev.cascata.conformance.peers.PeerKit", REFERENCE.capabilities());
        Ruling ruling = ruling(peer, CancelRule.CANCEL_7, seen("CancelCancel", Expect.ACCEPTABLE, 5, null));
        assertThat(ruling.verdict()).isEqualTo(Verdict.NOT_RUN);
        assertThat(ruling.note()).contains("proves nothing");
    }

    @Test
    void aKitWithoutTheCapabilityIsToldWhatItsRacesNeed() {
        Subject bare = new Subject("bare", "example.BareKit", Set.of(Capability.THREADS, Capability.CANCEL_RESULT));
        assertThat(ruling(bare, CancelRule.CANCEL_16).note()).contains("its races need", "CAUSES");
    }

    private static Ruling ruling(Subject subject, Rule rule, Seen... seen) {
        return new Judge(subject, Race.all(), List.of(seen))
                .rulings().stream().filter(r -> r.rule() == rule).findFirst().orElseThrow();
    }

    private static Seen seen(String race, Expect expect, long samples, @Nullable String gap) {
        return new Seen(race(race), List.of(new Seen.Outcome("result", expect, samples, "meaning")), null, gap);
    }

    private static Race race(String name) {
        return Race.all().stream()
                .filter(r -> r.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
