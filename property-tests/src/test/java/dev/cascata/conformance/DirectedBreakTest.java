package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.mutants.DirectedBreak;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each directed check is seen to fail on a context that is broken in its very point. */
class DirectedBreakTest {
    private static final long LIMIT_MILLIS = 1500;

    @ParameterizedTest
    @EnumSource
    void isFound(DirectedBreak broken) {
        Check check = Checks.find(broken.check).orElseThrow();
        Options options = new Options(Options.DEFAULT_SEED, 1, List.of(), false, LIMIT_MILLIS);

        KitReport report = new Suite(options, KnownFailing.none(), Progress.NONE).judge(broken.kit(), check);

        Failure failure = report.results().stream()
                .map(RuleResult::failure)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        assertThat(failure.check()).isEqualTo(check);
    }
}
