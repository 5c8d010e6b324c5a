package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A context that several threads use at once gets stripes, and behaves as before. */
class StripesTest {
    private final VirtualTime time = new VirtualTime();
    private final Context root = Context.background(new Environment(time, time, Runnable::run));
    private final CancellableContext parent = root.withCancel();
    private final List<CancellableContext> children = new ArrayList<>();

    /** Makes another thread find the list held while it derives, so that the parent gets stripes. */
    private void contend() throws Exception {
        ByHand.hold(parent);
        SecondThread<CancellableContext> other = SecondThread.start(parent::withCancel);
        other.awaitIn("takeLate");
        ByHand.free(parent);
        children.add(other.result());
    }

    private void deriveOnManyThreads(int number) throws Exception {
        for (int i = 0; i < number; i++) {
            children.add(SecondThread.start(parent::withCancel).result());
        }
    }

    @Test
    void contextHasStripesOnlyAfterContention() throws Exception {
        children.add(parent.withCancel());
        assertThat(((LinkList) parent).branch()).isSameAs(parent);

        children.get(0).cancel();
        contend();
        assertThat(((LinkList) parent).branch()).isNotSameAs(parent).isSameAs(((LinkList) parent).branch());
    }

    @Test
    void threadThatWaitsWhileStripesAreAddedIsLinked() throws Exception {
        ByHand.hold(parent);
        List<SecondThread<CancellableContext>> both =
                List.of(SecondThread.start(parent::withCancel), SecondThread.start(parent::withCancel));
        both.forEach(thread -> thread.awaitIn("takeLate"));
        ByHand.free(parent);
        for (SecondThread<CancellableContext> each : both) {
            children.add(each.result());
        }
        assertThat(parent.dependents()).isEqualTo(2);
        deriveOnManyThreads(1);
        assertThat(parent.dependents()).isEqualTo(3);

        parent.cancel();
        assertThat(children).allMatch(child -> child.err() != null);
    }

    @Test
    void childrenInStripesAreCountedReleasedAndEnded() throws Exception {
        contend();
        deriveOnManyThreads(40);
        assertThat(parent.dependents()).isEqualTo(41);

        IntStream.range(0, 20).forEach(i -> children.get(2 * i).cancel());
        assertThat(parent.dependents()).isEqualTo(21);

        Throwable cause = new Exception("why");
        parent.cancel(cause);
        assertThat(parent.dependents()).isZero();
        assertThat(children).allMatch(child -> child.err() != null);
        assertThat(children.get(1).cause()).isSameAs(cause);
    }

    @Test
    void callbacksInStripesRunOnceAndCanBeStopped() throws Exception {
        contend();
        List<String> ran = new ArrayList<>();
        Registration stopped = parent.afterFunc(() -> ran.add("stopped"));
        for (int i = 0; i < 20; i++) {
            SecondThread.start(() -> parent.afterFunc(() -> ran.add("kept"))).result();
        }
        assertThat(parent.dependents()).isEqualTo(22);
        assertThat(stopped.stop()).isTrue();
        assertThat(parent.dependents()).isEqualTo(21);

        parent.cancel();
        assertThat(ran).hasSize(20).containsOnly("kept");
    }

    @Test
    void contextDerivedFromDoneContextWithStripesIsDone() throws Exception {
        contend();
        parent.cancel();
        deriveOnManyThreads(20);
        assertThat(children).allMatch(child -> child.err() != null);
        assertThat(parent.dependents()).isZero();
    }
}
