package dev.cascata.context;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Creates the threads of this library, virtual where the JDK has them and daemon threads otherwise, and runs user code
 * on them.
 */
final class Threads {
    private static final int SPINS = 64;
    private static final @Nullable Method OF_VIRTUAL = find(Thread.class, "ofVirtual");

    private Threads() {}

    /**
     * Lets time pass before the next try at something that another thread is about to finish. Spins at first, then
     * yields.
     */
    @SuppressWarnings("ThreadPriorityCheck") // The other thread may need this processor.
    static void pause(int tries) {
        if (tries < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** Returns an executor that runs each task on a new thread. */
    static Executor perTask() {
        return task -> unstarted("context-callback", task).start();
    }

    /** Runs user code. Passes an exception to the thread's handler of uncaught exceptions. */
    @SuppressWarnings("CatchThrowable")
    static void guard(Runnable code) {
        try {
            code.run();
        } catch (Throwable thrown) {
            report(thrown);
        }
    }

    private static void report(Throwable thrown) {
        Thread thread = Thread.currentThread();
        try {
            thread.getUncaughtExceptionHandler().uncaughtException(thread, thrown);
        } catch (RuntimeException | Error ignored) {
            // The JVM ignores what a handler throws, too.
        }
    }

    static Thread unstarted(String name, Runnable task) {
        return OF_VIRTUAL == null ? platform(name, task) : virtual(OF_VIRTUAL, task);
    }

    private static Thread platform(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Thread virtual(Method ofVirtual, Runnable task) {
        try {
            Object builder = ofVirtual.invoke(null);
            Method unstarted = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
            return (Thread) unstarted.invoke(builder, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has virtual threads, but none can be created", e);
        }
    }

    /** Returns the public static method; null if it is missing, or not enabled, as in a preview. */
    private static @Nullable Method find(Class<?> type, String name) {
        try {
            Method method = type.getMethod(name);
            method.invoke(null);
            return method;
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }
}
