package dev.cascata.conformance.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.peers.ApiKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.report.Golden;
import dev.cascata.conformance.rules.DetachRule;
import dev.cascata.conformance.rules.RootRule;
import dev.cascata.conformance.search.Worker;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The reason of a failure argues for the expected value and for the rule, and never for the bug. */
class ReasonTest {
    private static final long LIMIT_MILLIS = 10_000;
    private static final int PATIENCE = 1500;
    private static final int RANDOM_PROGRAMS = 3;
    private static final int MOST_CONTEXTS = 300;
    private static final int MOST_FAILURES = 6;

    /** The reference, but deadlines show where there are none. */
    private abstract static class ShownDeadlineKit extends ApiKit {
        final IdentityHashMap<Context, OptionalLong> shown = new IdentityHashMap<>();

        @Override
        public Context background(Environment environment) {
            return new ReferenceKit().background(environment);
        }

        @Override
        public OptionalLong deadline(Context context, Environment environment) {
            return shown.getOrDefault(context, super.deadline(context, environment));
        }
    }

    /** A detached context keeps the deadline of its parent. */
    private static final class DetachedShowsDeadlineKit extends ShownDeadlineKit {
        @Override
        public String name() {
            return "detached shows the deadline of its parent";
        }

        @Override
        public Context withoutCancel(Context parent, Environment environment) {
            Context made = super.withoutCancel(parent, environment);
            shown.put(made, deadline(parent, environment));
            return made;
        }
    }

    /** A parent takes the deadline of its child. */
    private static final class ParentTakesDeadlineKit extends ShownDeadlineKit {
        @Override
        public String name() {
            return "parent takes the deadline of its child";
        }

        @Override
        public Context withDeadline(Context parent, long nanos, @Nullable Object cause, Environment environment) {
            shown.put(parent, OptionalLong.of(nanos));
            return super.withDeadline(parent, nanos, cause, environment);
        }
    }

    @Test
    void detachedContextWithADeadlineFailsWithItsReason() {
        Failure failure = failure(new DetachedShowsDeadlineKit(), "c1 = withDeadline c0 1; c2 = withoutCancel c1");

        assertThat(failure.rule()).isEqualTo(DetachRule.DETACH_1);
        assertThat(failure.expected()).isEqualTo("none");
        assertThat(failure.why()).isEqualTo("a detached context has no deadline, even if a context above it has one");
    }

    @Test
    void rootWithADeadlineFailsWithItsReason() {
        Failure failure = failure(new ParentTakesDeadlineKit(), "c1 = withDeadline c0 1");

        assertThat(failure.rule()).isEqualTo(RootRule.ROOT_3);
        assertThat(failure.expected()).isEqualTo("none");
        assertThat(failure.why()).isEqualTo("a root has no deadline");
    }

    private static Failure failure(ContextKit<?> kit, String program) {
        return Objects.requireNonNull(
                failures(kit, Program.parse(program)).stream().findFirst().orElse(null), kit.name());
    }

    static Stream<String> programsThatKill() {
        return Golden.read("mutants.txt").lines().filter(line -> !line.startsWith(" "));
    }

    @ParameterizedTest
    @MethodSource("programsThatKill")
    void reasonOfAKilledMutantArguesForTheExpectedValue(String line) {
        int colon = line.indexOf(':');
        Mutant mutant = Mutants.named(line.substring(0, colon));
        List<Failure> failures = new ArrayList<>(failures(mutant.kit(), Program.parse(line.substring(colon + 1))));

        assertThat(failures).isNotEmpty();
        failures.addAll(failuresOfRandomPrograms(mutant.kit()));
        assertThat(failures).allSatisfy(ReasonTest::assertArgued);
    }

    private static void assertArgued(Failure failure) {
        assertThat(failure.why()).as("%s", failure).isNotBlank();
        assertThat(Claim.isAbout(failure.rule(), failure.why()))
                .as(
                        "\"%s\" is about %s: %s",
                        failure.why(), failure.rule(), failure.rule().sentence())
                .isTrue();
        boolean several = failure.expected().contains(", or ");
        assertThat(several
                        || Claim.of(failure.what(), failure.expected())
                                .findAny()
                                .isPresent())
                .as("a claim is known for \"%s\", expected \"%s\"", failure.what(), failure.expected())
                .isTrue();
        assertThat(Claim.of(failure.what(), failure.expected()))
                .as("%s", failure)
                .allMatch(claim -> claim.isArguedBy(failure.why()));
    }

    private static List<Failure> failuresOfRandomPrograms(ContextKit<?> kit) {
        List<Failure> failures = new ArrayList<>();
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs = Programs.all(kit.capabilities()).generator(1000);
            Random random = new Random(kit.name().hashCode());
            for (int i = 0; i < RANDOM_PROGRAMS; i++) {
                Program program = programs.next(random).value();
                if (program.steps().stream().mapToInt(Program::count).sum() < MOST_CONTEXTS) {
                    failures.addAll(failures(kit, program));
                }
            }
        });
        return failures;
    }

    /** The failures of a program, each with the rules of those before muted. */
    private static List<Failure> failures(ContextKit<?> kit, Program program) {
        List<Failure> failures = new ArrayList<>();
        Worker worker = new Worker(kit, LIMIT_MILLIS);
        RuleCounts counts = new RuleCounts(kit.capabilities(), Set.of());
        Failure failure = worker.run(program, counts, PATIENCE);
        while (failure != null && failures.size() < MOST_FAILURES) {
            failures.add(failure);
            counts.mute(failure.rule());
            failure = worker.run(program, counts, PATIENCE);
        }
        return failures;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadline of c2 | none | it shows that of the context above it",
                "deadline of c0 | none | it was given no deadline and has the deadline of its parent c1",
                "deadline of c3 | tick 1 | a detached context has no deadline, even if a context above it has one",
                "done of c1 | live | c1 was cancelled in step 2",
                "done of c1 | done | neither c1 nor a context that it is linked to has ended",
                "err of c1 | null | c1 was cancelled in step 2; a done context has an err",
                "cause of c1 | cause a | c1 was cancelled in step 2 with cause b",
                "cause of c1 | the err itself | c1 was cancelled in step 2 with cause b",
                "kind of c1 | CANCELLED | the deadline of c1 passed in step 2",
                "dependents of c1 (children and callbacks) | 0 | its only dependent is c2",
                "dependents of c1 (children and callbacks) | 2 | no live child and no waiting callback is linked to it",
                "value of k0 in c1 | null | the nearest binding of k0 is its own",
                "runs of f0 | 0 | c1 ended by a cancel in step 2, so f0 runs once",
            })
    void reasonThatContradictsTheExpectedValueIsFound(String what, String expected, String reason) {
        assertThat(Claim.of(what, expected)).hasSize(1).noneMatch(claim -> claim.isArguedBy(reason));
    }
}
