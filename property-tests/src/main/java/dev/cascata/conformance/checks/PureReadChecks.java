package dev.cascata.conformance.checks;

import static dev.cascata.conformance.rules.LinkRule.LINK_9;
import static dev.cascata.conformance.rules.UseRule.USE_1;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import dev.cascata.context.TimeSource;
import dev.cascata.context.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Reads that run no user code, and done contexts that schedule nothing. */
final class PureReadChecks {
    private static final long TICK = 1_000_000;
    private static final long LONG_TIME = 1_000_000;

    private PureReadChecks() {}

    static List<Check> all() {
        return List.of(
                Check.directed(
                                USE_1,
                                "reads-run-no-callback",
                                "Callbacks are registered on live contexts, with an executor that would run them at once. Every context is read.",
                                "a read ends no context, so no callback is due",
                                PureReadChecks::ofLive)
                        .needing(Capability.CALLBACKS),
                Check.directed(
                                USE_1,
                                "reads-past-the-deadline",
                                "The clock has passed the deadline, but the timer has not fired. The context is read.",
                                "the callbacks are run by the timer, and not by a read",
                                PureReadChecks::pastTheDeadline)
                        .needing(Capability.CALLBACKS, Capability.DEADLINES, Capability.VIRTUAL_TIME),
                Check.directed(
                                LINK_9,
                                "nothing-scheduled-after-the-end",
                                "Contexts end in every way and time runs on. Every task that reaches the scheduler or the executor is counted.",
                                "every context has ended, so there is nothing left to do",
                                PureReadChecks::nothingAfterTheEnd)
                        .needing(Capability.DEADLINES, Capability.VIRTUAL_TIME, Capability.CALLBACKS));
    }

    private static void ofLive(Stage s) {
        Tree tree = new Tree(s, Stage.DIRECT);
        Probe callback = new Probe(s);
        List<Handle> contexts = List.of(tree.parent, tree.context, tree.child, tree.sibling);
        contexts.forEach(c -> c.afterFunc(callback));
        contexts.forEach(Handle::readAll);
        s.expectEqual("callbacks run by reading", 0, callback.runs());
        contexts.forEach(c -> s.because("a read ends no context").expectLive("a context that was read", c));
    }

    /** A clock that can be ahead of its timers. */
    private static final class Ahead implements TimeSource {
        private final VirtualTime timers;
        private long ahead;

        Ahead(VirtualTime timers) {
            this.timers = timers;
        }

        @Override
        public long nanos() {
            return timers.nanos() + ahead;
        }

        @Override
        public Instant wallClock() {
            return Instant.EPOCH.plusNanos(nanos());
        }
    }

    private static void pastTheDeadline(Stage s) {
        Ahead clock = new Ahead(s.time());
        Handle root = s.root(new Environment(clock, s.time(), Stage.DIRECT));
        Handle context = root.withDeadline(5);
        Handle child = context.withCancel();
        Probe callback = new Probe(s);
        context.afterFunc(callback);
        child.afterFunc(callback);
        clock.ahead = 5 * TICK;
        context.readAll();
        child.readAll();
        s.expectEqual("callbacks run by reading", 0, callback.runs());
    }

    private static void nothingAfterTheEnd(Stage s) {
        AtomicInteger handed = new AtomicInteger();
        Scheduler counting = (nanos, task) -> {
            handed.incrementAndGet();
            return s.time().schedule(nanos, task);
        };
        Handle root = s.root(new Environment(s.time(), counting, task -> {
            handed.incrementAndGet();
            task.run();
        }));
        Handle parent = root.withCancel();
        Handle expiring = parent.withDeadline(5);
        Handle timed = parent.withDeadline(9);
        List.of(parent, expiring, timed).forEach(c -> c.afterFunc(new Probe(s)));
        s.advance(5);
        timed.cancel();
        parent.cancel();
        s.expectEqual("timers that wait after the end", 0, s.time().pending());
        int before = handed.get();
        s.advance(LONG_TIME);
        s.expectEqual("tasks that reached the scheduler or the executor after the end", before, handed.get());
    }
}
