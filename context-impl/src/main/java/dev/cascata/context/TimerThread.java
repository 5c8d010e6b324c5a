package dev.cascata.context;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The daemon thread that runs the system's timers. The first timer starts it; it sleeps while nothing is due. */
final class TimerThread {
    private @Nullable SystemTime time;
    private @Nullable Thread thread;

    /** Called once, before the first timer. */
    synchronized void serve(SystemTime served) {
        time = served;
    }

    synchronized void wakeUp() {
        if (thread != null) {
            LockSupport.unpark(thread);
            return;
        }
        SystemTime served = Objects.requireNonNull(time);
        Thread made = new Thread(null, () -> run(served), "context-timer", 0, false);
        made.setDaemon(true);
        made.start();
        thread = made;
    }

    /** A task may have interrupted the thread, which would keep it from sleeping. */
    private static void run(SystemTime time) {
        while (true) {
            long nanos = time.runDue();
            if (!Thread.interrupted() && nanos > 0) {
                LockSupport.parkNanos(time, nanos);
            }
        }
    }
}
