package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** A run of the suite in pieces, each of which fails at the first broken rule. */
public final class FixedPrograms {
    private static final int PIECES = 20;
    private static final int PROGRAMS = 30;

    private FixedPrograms() {}

    /** Returns the seeds, one for each piece. */
    public static IntStream seeds() {
        return IntStream.rangeClosed(1, PIECES);
    }

    static List<Check> checks(ContextKit<?> kit) {
        return Checks.all().stream()
                .filter(check -> check.kind() != Evidence.SCALE && check.applies(kit.capabilities()))
                .toList();
    }

    public static void programs(ContextKit<?> kit, long seed) {
        RuleCounts counts = new RuleCounts(kit.capabilities(), Set.of());
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(kit.capabilities()).generator(1000);
            Random random = new Random(seed);
            for (int i = 0; i < PROGRAMS; i++) {
                assertThat(Trials.run(kit, programs.next(random).value(), counts))
                        .isNull();
            }
        });
    }

    static void check(ContextKit<?> kit, Check check) {
        RuleCounts counts = new RuleCounts(kit.capabilities(), Set.of());

        assertThat(new Worker(kit, Trials.LIMIT_MILLIS).run(check, counts)).isNull();
    }
}
