package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.KitSubject;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs reach each rule for a library that has only the capabilities that the rule needs. */
class NeededCapabilitiesTest {

    static List<Set<Capability>> needs() {
        return rules().stream().map(Rule::needs).distinct().toList();
    }

    private static List<Rule> rules() {
        return Catalogue.all().stream()
                .filter(r -> r.evidence().contains(Evidence.PROGRAM))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("needs")
    void everyRuleThatAppliesIsReached(Set<Capability> declared) {
        RuleCounts counts = new RuleCounts(declared, Set.of());
        List<Rule> missing = new ArrayList<>(rules());
        missing.removeIf(r -> !r.applies(declared));
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(declared).generator(1000);
            Random random = new Random(Options.DEFAULT_SEED);
            for (int i = 0; i < Options.DEFAULT_PROGRAMS && !missing.isEmpty(); i++) {
                Program program = programs.next(random).value();
                new Trial(new KitSubject<>(new Lesser(declared)), program, counts, Search.PATIENCE).run();
                missing.removeIf(r -> counts.held(r) > 0);
            }
        });

        assertThat(missing).isEmpty();
    }

    /** The plain context, of which only some capabilities are used. */
    private static final class Lesser extends PlainKit {
        private final Set<Capability> declared;

        Lesser(Set<Capability> declared) {
            this.declared = declared;
        }

        @Override
        public Set<Capability> capabilities() {
            return declared;
        }
    }
}
