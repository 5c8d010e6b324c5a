package dev.cascata.context;

import java.lang.reflect.Method;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Threads of our own: virtual where the JDK has them, daemon threads otherwise. */
final class Threads {
    private static final int SPINS = 64;
    private static final @Nullable Method OF_VIRTUAL = find(Thread.class, "ofVirtual");

    private Threads() {}

    /** Lets some time pass between two tries at something that another thread is about to finish. */
    @SuppressWarnings("ThreadPriorityCheck") // The other thread may be waiting for this processor.
    static void pause(int tries) {
        if (tries < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** Runs each task on a thread of its own. */
    static Executor perTask() {
        return task -> unstarted("context-callback", task).start();
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
            throw new IllegalStateException("virtual threads are there but cannot be made", e);
        }
    }

    /** The public method, or null where it is missing or, as in a preview, not enabled. */
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
