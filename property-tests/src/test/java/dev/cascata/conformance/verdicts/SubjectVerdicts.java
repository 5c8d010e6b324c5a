package dev.cascata.conformance.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.known.KnownFailingFiles;
import dev.cascata.conformance.peers.CompletableFutureKit;
import dev.cascata.conformance.peers.CompositeDisposableKit;
import dev.cascata.conformance.peers.GrpcKit;
import dev.cascata.conformance.peers.KotlinJobKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.suite.Suite;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts on what the main run judges in this virtual machine. */
abstract class SubjectVerdicts {

    static List<ContextKit<?>> own() {
        return List.of(new ReferenceKit(), new PlainKit());
    }

    @ParameterizedTest
    @MethodSource("own")
    void everyApplicableRuleExceptThoseOfRacesIsTestedAndPasses(ContextKit<?> kit) {
        KitReport report = Judged.of(kit);

        assertThat(report.fault()).isNull();
        assertThat(report.results()).allSatisfy(r -> {
            boolean inScope = r.rule().evidence().stream().anyMatch(e -> e != Evidence.RACE)
                    && r.rule().applies(kit.capabilities());
            assertThat(r.verdict() == Verdict.PASS)
                    .as("%s: %s %s", r.rule().id(), r.verdict(), r.failure())
                    .isEqualTo(inScope);
            assertThat(r.held() > 0 || !inScope).as("%s held", r.rule().id()).isTrue();
        });
    }

    static List<ContextKit<?>> peers() {
        return List.of(new GrpcKit(), new KotlinJobKit(), new CompletableFutureKit(), new CompositeDisposableKit());
    }

    @ParameterizedTest
    @MethodSource("peers")
    void peerBreaksExactlyTheRulesOfItsFile(ContextKit<?> kit) {
        KitReport report = Judged.of(kit);

        assertThat(report.fault()).isNull();
        assertThat(report.surprising()).as("%s", report).isFalse();
        assertThat(report.count(Verdict.KNOWN))
                .isEqualTo(KnownFailingFiles.of(kit).lines().size());
    }

    /** Checks that a documented difference is found, and with a program that cannot be made smaller. */
    @ParameterizedTest
    @MethodSource("peers")
    void documentedDifferencesAreFoundByMinimalPrograms(ContextKit<?> kit) {
        List<RuleResult> differing = Judged.of(kit).results().stream()
                .filter(r -> r.verdict() == Verdict.DIFFERS)
                .toList();

        assertThat(differing)
                .extracting(RuleResult::rule)
                .containsExactlyInAnyOrderElementsOf(kit.differs().keySet());
        for (RuleResult result : differing) {
            Failure failure = Objects.requireNonNull(result.failure());
            if (failure.check() == null) {
                assertMinimal(kit, failure.rule(), failure.program());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("peers")
    void knownFailuresAreMinimal(ContextKit<?> kit) {
        KnownFailingFiles.of(kit).lines().stream()
                .filter(line -> line.check() == null)
                .forEach(line -> assertMinimal(kit, line.rule(), line.program()));
    }

    private static void assertMinimal(ContextKit<?> kit, Rule rule, Program program) {
        Set<Rule> others = Trials.allBut(rule);
        Failure failure = Trials.run(kit, program, new RuleCounts(kit.capabilities(), others));
        Trials.assertMinimal(kit, Objects.requireNonNull(failure, program::oneLine), others);
        assertThat(program.size()).isLessThanOrEqualTo(6);
    }

    @Test
    void leakOfGrpcIsFoundWithoutAKnownFailure() {
        Options options = new Options(1, 300, List.of(LinkRule.LINK_2), false, Trials.LIMIT_MILLIS);

        KitReport report = new Suite(options, KnownFailing.none(), Progress.NONE).judge(new GrpcKit());

        RuleResult leak = report.results().get(0);
        assertThat(leak.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Objects.requireNonNull(leak.failure()).program().size()).isLessThanOrEqualTo(6);
    }
}
