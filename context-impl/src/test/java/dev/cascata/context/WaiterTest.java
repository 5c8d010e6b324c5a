package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Timed waits whose context ends, or whose limit passes, before the thread waits. */
class WaiterTest {
    private final VirtualTime time = new VirtualTime();
    private final List<CancellableContext> contexts = new ArrayList<>();
    private int limits;
    private int kept;

    /** Ends the context, then lets the limit pass, before the thread reads either. */
    private Scheduler.Timer endsAndPasses(Runnable limit) {
        limits++;
        kept++;
        contexts.get(0).cancel();
        limit.run();
        return () -> kept--;
    }

    private Done waitedFor() {
        Environment environment = new Environment(time, (nanos, limit) -> endsAndPasses(limit), Runnable::run);
        contexts.add(Context.background(environment).withCancel());
        return contexts.get(0).done();
    }

    @Test
    void awaitReturnsTrueIfContextEndsBeforeLimit() throws InterruptedException {
        assertThat(waitedFor().await(Duration.ofSeconds(1))).isTrue();
        assertThat(kept).isZero();
    }

    @Test
    void awaitOnDoneContextSetsNoTimer() throws InterruptedException {
        Done done = waitedFor();
        contexts.get(0).cancel();
        assertThat(done.await(Duration.ofSeconds(1))).isTrue();
        assertThat(limits).isZero();
    }

    @Test
    void awaitWithZeroLimitReturnsFalseAndSetsNoTimer() throws InterruptedException {
        assertThat(waitedFor().await(Duration.ZERO)).isFalse();
        assertThat(limits).isZero();
    }
}
