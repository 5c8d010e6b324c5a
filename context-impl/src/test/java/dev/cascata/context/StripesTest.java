package dev.cascata.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A context at which threads have met spreads its links over several lists, and nobody can tell. */
class StripesTest {
    private final VirtualTime time = new VirtualTime();
    private final Context root = Context.background(new Environment(time, time, Runnable::run));
    private final CancellableContext parent = root.withCancel();
    private final List<CancellableContext> children = new ArrayList<>();

    /** Another thread finds one at the links, and derives. */
    private void crowd() throws Exception {
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
    void onlyAContextAtWhichThreadsHaveMetIsSpread() throws Exception {
        children.add(parent.withCancel());
        assertThat(((LinkList) parent).branch()).isSameAs(parent);

        children.get(0).cancel();
        crowd();
        assertThat(((LinkList) parent).branch()).isNotSameAs(parent).isSameAs(((LinkList) parent).branch());
    }

    @Test
    void whoFindsItHeldWhileItIsSpreadAlreadyHangsOnIt() throws Exception {
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
    void everyChildIsCountedHeldAndEnded() throws Exception {
        crowd();
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
    void callbacksRunOnceAndStopWhereverTheyHang() throws Exception {
        crowd();
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
    void whatIsDerivedLaterIsBornEnded() throws Exception {
        crowd();
        parent.cancel();
        deriveOnManyThreads(20);
        assertThat(children).allMatch(child -> child.err() != null);
        assertThat(parent.dependents()).isZero();
    }
}
