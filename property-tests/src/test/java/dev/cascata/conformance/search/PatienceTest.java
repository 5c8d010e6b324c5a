package dev.cascata.conformance.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ApiKit;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.ForeignRule;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.Patience;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waits for other threads end when these have done their part, or at a limit. */
class PatienceTest {
    private static final Program WATCHED = Program.parse("c1 = withCancel c0; c2 = foreign c1 own; c3 = withCancel c2");

    private static final int LOOKS = 5000;

    @Test
    void waitEndsWhenTheConditionIsTrue() {
        AtomicInteger looks = new AtomicInteger();
        Patience patience = new Patience(10);

        boolean met = patience.until(() -> looks.incrementAndGet() == 5);

        assertThat(met).isTrue();
        assertThat(patience.exhausted()).isFalse();
    }

    @Test
    void waitEndsAfterTheAllowedLooks() {
        Patience patience = new Patience(10);

        assertThat(patience.until(() -> false)).isFalse();
        assertThat(patience.exhausted()).isTrue();
    }

    /** A thread that is about to stop watching may be counted with one that has just begun. */
    @ParameterizedTest
    @CsvSource({"3, false", "1000000, true"})
    void extraWatcherIsAFailureOnlyIfItStays(int looks, boolean fails) {
        ContextKit<?> kit = new LateKit(looks);
        RuleCounts counts = Trials.only(kit, List.of(ForeignRule.FOREIGN_2, ForeignRule.FOREIGN_3, LinkRule.LINK_8));

        Failure failure = new Worker(kit, Trials.LIMIT_MILLIS).run(WATCHED, counts, LOOKS);

        assertThat(failure != null).isEqualTo(fails);
    }

    /** After two right counts, counts one watcher too many a given number of times. */
    private static final class LateKit extends ApiKit {
        private static final int RIGHT = 2;
        private final AtomicInteger left;
        private final AtomicInteger asked = new AtomicInteger();

        LateKit(int looks) {
            left = new AtomicInteger(looks);
        }

        @Override
        public String name() {
            return "late";
        }

        @Override
        public Context background(Environment environment) {
            return new ReferenceKit().background(environment);
        }

        @Override
        public int attached(Context foreign) {
            boolean wrong = asked.incrementAndGet() > RIGHT && left.getAndDecrement() > 0;
            return super.attached(foreign) + (wrong ? 1 : 0);
        }
    }
}
