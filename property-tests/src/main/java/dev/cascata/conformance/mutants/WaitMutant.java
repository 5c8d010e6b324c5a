package dev.cascata.conformance.mutants;

import static dev.cascata.conformance.mutants.Mutation.bug;
import static dev.cascata.conformance.rules.WaitRule.*;

import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import dev.cascata.context.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** Waits that return too late or never, or leave something behind. */
public enum WaitMutant implements Mutant {
    WAKE_UP_LOST(bug("The end does not wake a waiting thread.", WAIT_1).in(e -> new PlainSteps(e) {
        @Override
        protected boolean add(PlainNode node, Object link) {
            return link instanceof CountDownLatch ? node.end == null : super.add(node, link);
        }
    })),
    WAIT_A_TICK_TOO_LONG(bug("A timed wait lasts a tick too long.", WAIT_3).in(e -> new PlainSteps(e) {
        @Override
        protected Deadline moment(Duration timeout) {
            return super.moment(timeout.plusMillis(1));
        }
    })),
    INTERRUPT_CANCELS(bug("The interrupt of a waiting thread cancels the context.", WAIT_4)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void remove(PlainNode node, Object link) {
                    super.remove(node, link);
                    if (link instanceof CountDownLatch latch && latch.getCount() > 0) {
                        cancel(node, null);
                    }
                }
            })),
    WAIT_DOES_NOT_LOOK(bug("A wait for the end of an ended context does not return.", WAIT_2)
            .in(e -> new PlainSteps(e) {
                @Override
                protected boolean add(PlainNode node, Object link) {
                    return super.add(node, link) || link instanceof CountDownLatch;
                }
            })),
    DEAD_WAITERS_STAY(bug("A wait that has returned does not stop its timer.", WAIT_5)
            .in(e -> new PlainSteps(e) {
                @Override
                protected void stopTimer(Scheduler.Timer timer) {}
            })),
    WAITING_THREADS_LISTED(bug("Waiting threads are added to a list and never removed.", WAIT_5)
            .in(e -> new PlainSteps(e) {
                private final List<Thread> waiting = new CopyOnWriteArrayList<>();

                @Override
                protected boolean add(PlainNode node, Object link) {
                    if (link instanceof CountDownLatch) {
                        waiting.add(Thread.currentThread());
                    }
                    return super.add(node, link);
                }
            }));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Mutation mutation;

    WaitMutant(Mutation mutation) {
        this.mutation = mutation;
    }

    @Override
    public Mutation mutation() {
        return mutation;
    }
}
