package dev.cascata.conformance.vectors;

import dev.cascata.conformance.generator.Programs;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/** Draws random programs, and records those that compare what few programs before them compare. */
final class RandomOffers {
    static final int DRAWN = 12_000;
    private static final int MOST_STEPS = 14;
    private static final int MOST_READ = 16;
    private static final int MOST_READ_AMONG_THE_FIRST = 300;
    private static final int OFFERS_OF_A_PAIR = 3;

    private final Recorder recorder;
    private final List<Offer> offers = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    RandomOffers(Recorder recorder) {
        this.recorder = recorder;
    }

    List<Offer> draw() {
        JqwikSession.run(() -> {
            RandomGenerator<Program> programs =
                    Programs.all(recorder.capabilities()).generator(1000);
            Random random = new Random(Options.DEFAULT_SEED);
            for (int i = 0; i < DRAWN; i++) {
                Program program = programs.next(random).value().loud();
                if (isSmall(program) || (i < Options.DEFAULT_PROGRAMS && read(program) <= MOST_READ_AMONG_THE_FIRST)) {
                    offer(program);
                }
            }
        });
        return offers;
    }

    private void offer(Program program) {
        Set<String> pairs = recorder.pairs(program);
        if (pairs.stream().anyMatch(p -> seen.getOrDefault(p, 0) < OFFERS_OF_A_PAIR)) {
            recorder.offer(program).ifPresent(offer -> {
                pairs.forEach(p -> seen.merge(p, 1, Integer::sum));
                offers.add(offer);
            });
        }
    }

    private static boolean isSmall(Program program) {
        return program.size() <= MOST_STEPS
                && program.steps().stream().noneMatch(RandomOffers::isWide)
                && read(program) <= MOST_READ;
    }

    /** Returns true for a step that makes many contexts, each of which takes a line at the end of the program. */
    private static boolean isWide(Step step) {
        return step instanceof Step.Fan fan && fan.count() > MOST_READ;
    }

    private static int read(Program program) {
        return Offer.read(ProtocolScript.of(program));
    }
}
