package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Contexts that a propagation has marked, before its event is published. */
class MarkedTest {
    private static final String WAITING = "awaitPublished";

    private final VirtualTime time = new VirtualTime();
    private final Context root = Context.background(new Environment(time, time, Runnable::run));
    private final Throwable cause = new Exception("why");

    @Test
    void markedContextIsLiveUntilEventIsPublished() {
        CancellableContext context = root.withCancel();
        EndEvent marked = ByHand.mark(context, cause);
        assertThat(context.err()).isNull();
        assertThat(context.cause()).isNull();
        assertThat(context.done().isDone()).isFalse();

        marked.publish();
        assertThat(context.err()).isEqualTo(ContextException.cancelled());
        assertThat(context.cause()).isSameAs(cause);
        assertThat(context.done().isDone()).isTrue();
    }

    @Test
    void derivationBelowMarkedContextWaitsForPublishAndIsDone() throws Exception {
        CancellableContext parent = root.withCancel();
        EndEvent marked = ByHand.mark(parent, cause);
        SecondThread<CancellableContext> deriver = SecondThread.start(parent::withCancel);
        deriver.awaitIn(WAITING);

        marked.publish();
        assertThat(deriver.result().cause()).isSameAs(cause);
    }

    @Test
    void callbackOnMarkedContextRunsAfterPublish() throws Exception {
        CancellableContext context = root.withCancel();
        AtomicReference<Throwable> seen = new AtomicReference<>();
        EndEvent marked = ByHand.mark(context, cause);
        SecondThread<Registration> registrar =
                SecondThread.start(() -> context.afterFunc(() -> seen.set(context.cause())));
        registrar.awaitIn(WAITING);
        assertThat(seen).hasValue(null);

        marked.publish();
        assertThat(registrar.result().stop()).isFalse();
        assertThat(seen).hasValue(cause);
    }

    @Test
    void stopOfClaimedCallbackWaitsForPublishAndReturnsFalse() throws Exception {
        CancellableContext context = root.withCancel();
        Registration callback = context.afterFunc(() -> {});
        ByHand.claim(callback);
        EndEvent marked = ByHand.mark(context, cause);
        SecondThread<Boolean> stopper = SecondThread.start(callback::stop);
        stopper.awaitIn(WAITING);

        marked.publish();
        assertThat(stopper.result()).isFalse();
    }

    @Test
    void secondStopOnMarkedContextReturnsFalse() {
        CancellableContext context = root.withCancel();
        Registration callback = context.afterFunc(() -> {});
        assertThat(callback.stop()).isTrue();
        ByHand.mark(context, cause);
        assertThat(callback.stop()).isFalse();
    }

    @Test
    void cancelOfMarkedContextWaitsForPublishAndReturnsFalse() throws Exception {
        CancellableContext context = root.withCancel();
        EndEvent marked = ByHand.mark(context, cause);
        SecondThread<Boolean> canceller = SecondThread.start(context::cancel);
        canceller.awaitIn(WAITING);

        marked.publish();
        assertThat(canceller.result()).isFalse();
        assertThat(context.cause()).isSameAs(cause);
    }

    @Test
    void parentIsLiveUntilChildMarkedByAnotherEventIsDone() throws Exception {
        CancellableContext parent = root.withCancel();
        CancellableContext child = parent.withCancel();
        EndEvent marked = ByHand.mark(child, cause);
        SecondThread<Boolean> canceller = SecondThread.start(parent::cancel);
        canceller.awaitIn(WAITING);
        assertThat(parent.err()).isNull();

        marked.publish();
        assertThat(canceller.result()).isTrue();
        assertThat(parent.cause()).isEqualTo(ContextException.cancelled());
        assertThat(child.cause()).isSameAs(cause);
    }

    @Test
    void callbackStoppedBeforeMarkPhaseReachesItNeverRuns() throws Exception {
        CancellableContext parent = root.withCancel();
        EndEvent marked = ByHand.mark(parent.withCancel(), cause);
        List<String> runs = new ArrayList<>();
        Registration callback = parent.afterFunc(() -> runs.add("stopped"));
        SecondThread<Boolean> canceller = SecondThread.start(parent::cancel);
        canceller.awaitIn(WAITING);
        assertThat(callback.stop()).isTrue();

        marked.publish();
        assertThat(canceller.result()).isTrue();
        assertThat(runs).isEmpty();
    }

    @Test
    void cancelWaitsForEventOfMergedChildAndForEventsMetByIt() throws Exception {
        CancellableContext parent = root.withCancel();
        CancellableContext merged = Context.merge(parent, root.withCancel());
        CancellableContext elsewhere = root.withCancel();
        EndEvent marked = ByHand.mark(merged, cause);
        EndEvent met = ByHand.mark(elsewhere, null);
        marked.meet(met);
        SecondThread<Boolean> canceller = SecondThread.start(parent::cancel);
        canceller.awaitIn(WAITING);
        assertThat(parent.err())
                .as("published before it waits, since the other propagation may wait for it, too")
                .isNotNull();

        marked.publish();
        canceller.awaitIn("awaitMet");
        assertThat(canceller.isThrough()).isFalse();

        met.publish();
        assertThat(canceller.result()).isTrue();
        assertThat(merged.cause()).isSameAs(cause);
    }

    @Test
    void awaitSettledWaitsForMetEventsAtAnyDistance() throws Exception {
        EndEvent near = EndEvent.cancelled(null).unpublished();
        EndEvent nearer = EndEvent.cancelled(null).unpublished();
        EndEvent far = EndEvent.cancelled(null).unpublished();
        nearer.meet(far);
        near.meet(nearer);
        near.publish();
        nearer.publish();
        SecondThread<Boolean> waiter = SecondThread.start(() -> {
            near.awaitSettled();
            return far.published;
        });
        waiter.awaitIn("await");

        far.publish();
        assertThat(waiter.result()).isTrue();
    }

    @Test
    void interruptDoesNotEndWaitAndIsKept() throws Exception {
        CancellableContext context = root.withCancel();
        EndEvent marked = ByHand.mark(context, cause);
        SecondThread<Boolean> canceller = SecondThread.start(() -> {
            Thread.currentThread().interrupt();
            context.cancel();
            return marked.published && Thread.currentThread().isInterrupted();
        });
        canceller.awaitIn("await");

        marked.publish();
        assertThat(canceller.result()).isTrue();
    }

    @Test
    void timerSetWhileContextEndsIsCancelled() {
        List<CancellableContext> parents = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        Scheduler endsMeanwhile = (nanos, task) -> {
            parents.get(0).cancel();
            return () -> cancelled.add("timer");
        };
        parents.add(Context.background(new Environment(time, endsMeanwhile, Runnable::run))
                .withCancel());
        CancellableContext child = parents.get(0).withTimeout(Duration.ofHours(1));
        assertThat(child.err()).isEqualTo(ContextException.cancelled());
        assertThat(cancelled).containsExactly("timer");
    }
}
