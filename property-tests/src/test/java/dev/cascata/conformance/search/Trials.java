package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.RuleCounts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs and options that several tests use. */
public final class Trials {
    public static final long LIMIT_MILLIS = 10_000;

    private Trials() {}

    /** Returns the number of programs in a run, as the build sets it. */
    public static int programs() {
        return Integer.getInteger("cascata.programs", Options.DEFAULT_PROGRAMS);
    }

    public static Options options(int programs) {
        return new Options(Options.DEFAULT_SEED, programs, java.util.List.of(), false, LIMIT_MILLIS);
    }

    /** Returns counts that mute all rules but these. */
    static RuleCounts only(ContextKit<?> kit, Collection<? extends Rule> rules) {
        Set<Rule> others = new HashSet<>(Catalogue.all());
        others.removeAll(rules);
        return new RuleCounts(kit.capabilities(), others);
    }

    public static @Nullable Failure run(ContextKit<?> kit, Program program, RuleCounts counts) {
        return run(kit, program, counts, Search.PATIENCE);
    }

    private static @Nullable Failure run(ContextKit<?> kit, Program program, RuleCounts counts, int patience) {
        return new Worker(kit, LIMIT_MILLIS).run(program, counts, patience);
    }

    /** Asserts that no single step can be dropped from the failing program. */
    public static void assertMinimal(ContextKit<?> kit, Failure failure, Set<Rule> muted) {
        Program program = failure.program();
        for (int i = 0; i < program.size(); i++) {
            RuleCounts counts = new RuleCounts(kit.capabilities(), muted);
            Failure without = run(kit, program.without(i), counts, Search.SHRINKING_PATIENCE);
            assertThat(without == null ? null : without.rule())
                    .as("%s without step %d of\n%s", failure.rule(), i + 1, program)
                    .isNotEqualTo(failure.rule());
        }
    }

    public static Set<Rule> allBut(Rule rule) {
        return Catalogue.all().stream().filter(r -> r != rule).collect(Collectors.toSet());
    }
}
