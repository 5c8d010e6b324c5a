package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.generator.Statistics;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.context.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A silent overflow is reported under another rule only while the library is not known to overflow. */
class StackTest {
    private static final int PROGRAMS = 300;
    private static final int FRAMES_EACH = 400;

    /** Needs much stack to end a child, and hides an overflow. */
    private static final class Greedy {
        private final List<Greedy> children = new ArrayList<>();
        private boolean ended;

        void end() {
            ended = true;
            for (Greedy child : children) {
                try {
                    end(child, FRAMES_EACH);
                } catch (StackOverflowError lost) {
                    return;
                }
            }
        }

        private static int end(Greedy child, int frames) {
            if (frames > 0) {
                return 1 + end(child, frames - 1);
            }
            child.end();
            return 0;
        }
    }

    private static final class GreedyKit implements ContextKit<Greedy> {
        @Override
        public String name() {
            return "greedy";
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public Greedy background(Environment environment) {
            return new Greedy();
        }

        @Override
        public Greedy withCancel(Greedy parent, Environment environment) {
            Greedy child = new Greedy();
            child.ended = parent.ended;
            parent.children.add(child);
            return child;
        }

        @Override
        public boolean cancel(Greedy context) {
            boolean ends = !context.ended;
            if (ends) {
                context.end();
            }
            return ends;
        }

        @Override
        public boolean done(Greedy context) {
            return context.ended;
        }
    }

    @Test
    void unknownOverflowIsReportedUnderAnotherRule() {
        assertThat(found(Set.of())).containsKey(CancelRule.CANCEL_3);
    }

    @Test
    void knownOverflowIsNotReportedUnderAnotherRule() {
        assertThat(found(Set.of(ScaleRule.SCALE_1))).isEmpty();
    }

    private static Map<Rule, Failure> found(Set<Rule> known) {
        GreedyKit kit = new GreedyKit();
        Worker worker = new Worker(kit, Trials.LIMIT_MILLIS);
        Search search =
                new Search(kit, Trials.options(PROGRAMS), worker, Progress.NONE, new Statistics(), known).hasty(false);
        return search.run(Trials.only(kit, Set.of(CancelRule.CANCEL_3)));
    }
}
