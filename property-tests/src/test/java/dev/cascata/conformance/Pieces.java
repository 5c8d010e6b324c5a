package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.rules.Evidence;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** A run of the suite cut into pieces, each of which fails by itself at the first rule that is broken. */
final class Pieces {
    private static final int PIECES = 20;
    private static final int PROGRAMS = 30;

    private Pieces() {}

    /** The seeds, one of each piece. */
    static IntStream seeds() {
        return IntStream.rangeClosed(1, PIECES);
    }

    static List<Check> checks(ContextKit<?> kit) {
        return Checks.all().stream()
                .filter(check -> check.kind() != Evidence.SCALE && check.applies(kit.capabilities()))
                .toList();
    }

    static void programs(ContextKit<?> kit, long seed) {
        Ledger ledger = new Ledger(kit.capabilities(), Set.of());
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(kit.capabilities()).generator(1000);
            Random random = new Random(seed);
            for (int i = 0; i < PROGRAMS; i++) {
                assertThat(Trials.run(kit, programs.next(random).value(), ledger))
                        .isNull();
            }
        });
    }

    static void check(ContextKit<?> kit, Check check) {
        Ledger ledger = new Ledger(kit.capabilities(), Set.of());

        assertThat(new Worker(kit, Trials.LIMIT_MILLIS).run(check, ledger)).isNull();
    }
}
