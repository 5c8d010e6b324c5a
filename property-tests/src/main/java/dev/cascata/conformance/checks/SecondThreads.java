package dev.cascata.conformance.checks;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that a check has started and that still run. */
final class SecondThreads {
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    /** Makes a thread without starting it; see {@link VirtualThreads#unstarted}. */
    Thread unstarted(Runnable task, boolean virtual) {
        Thread thread = VirtualThreads.unstarted(() -> run(task), virtual);
        running.add(thread);
        return thread;
    }

    private void run(Runnable task) {
        try {
            task.run();
        } finally {
            running.remove(Thread.currentThread());
        }
    }

    /** Interrupts those whose check has ended, so that none of them spins on beside the next check. */
    void interrupt() {
        running.forEach(Thread::interrupt);
    }
}
