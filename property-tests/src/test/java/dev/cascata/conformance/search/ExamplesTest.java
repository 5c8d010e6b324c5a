package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example program of each rule reaches the state that the rule is about, and the reference passes it. */
class ExamplesTest {
    private static final ReferenceKit KIT = new ReferenceKit();

    static List<Rule> rules() {
        return Catalogue.all().stream()
                .filter(r -> r.evidence().contains(Evidence.PROGRAM) && r.applies(KIT.capabilities()))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void exampleReachesItsRuleAndTheReferencePasses(Rule rule) {
        Program program = Program.parse(rule.text().example());
        RuleCounts counts = new RuleCounts(KIT.capabilities(), Set.of());

        Failure failure = Trials.run(KIT, program, counts);

        assertThat(failure).isNull();
        assertThat(counts.held(rule)).as("%s in\n%s", rule.id(), program).isPositive();
    }
}
