package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.mutants.PlainKit;
import dev.cascata.conformance.peers.GrpcKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.rules.CauseRule;
import dev.cascata.conformance.rules.DeadlineRule;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The verdicts on the three subjects of the main run. */
class SubjectsTest {

    static List<ContextKit<?>> own() {
        return List.of(new ReferenceKit(), new PlainKit());
    }

    @ParameterizedTest
    @MethodSource("own")
    void everyRuleButThoseOfRacesIsKeptAndWasPutToTheTest(ContextKit<?> kit) {
        KitReport report = new Suite(Trials.options(Trials.tries()), KnownFailing.none(), Progress.NONE).judge(kit);

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

    @Test
    void grpcBreaksWhatItsFileSaysAndNothingElse() {
        ContextKit<?> kit = new GrpcKit();
        KnownFailing known = KnownFailingFiles.of(kit);

        KitReport report = new Suite(Trials.options(Trials.tries()), known, Progress.NONE).judge(kit);

        assertThat(report.surprising()).as("%s", report).isFalse();
        List<Rule> broken = report.results().stream()
                .filter(r -> r.verdict() == Verdict.KNOWN)
                .map(RuleResult::rule)
                .collect(Collectors.toList());
        assertThat(broken).contains(LinkRule.LINK_2, ScaleRule.SCALE_1, CauseRule.CAUSE_6, DeadlineRule.DEADLINE_7);
    }

    @Test
    void theKnownFailuresOfGrpcAreMinimal() {
        ContextKit<?> kit = new GrpcKit();
        List<KnownFailing.Line> lines = KnownFailingFiles.of(kit).lines().stream()
                .filter(line -> line.check() == null)
                .toList();
        for (KnownFailing.Line line : lines) {
            Set<Rule> others = Trials.allBut(line.rule());
            Failure failure = Trials.run(kit, line.program(), new Ledger(kit.capabilities(), others));
            Trials.assertMinimal(kit, Objects.requireNonNull(failure, line.program()::oneLine), others);
            assertThat(line.program().size()).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void grpcIsFoundOutWithoutHelp() {
        Options options = new Options(1, 300, List.of(LinkRule.LINK_2), false, Trials.LIMIT_MILLIS);

        KitReport report = new Suite(options, KnownFailing.none(), Progress.NONE).judge(new GrpcKit());

        RuleResult leak = report.results().get(0);
        assertThat(leak.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Objects.requireNonNull(leak.failure()).program().size()).isLessThanOrEqualTo(6);
    }
}
