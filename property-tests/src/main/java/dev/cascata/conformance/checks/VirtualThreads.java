package dev.cascata.conformance.checks;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Virtual threads, where the JDK has them. */
final class VirtualThreads {
    private static final @Nullable Method OF_VIRTUAL = find();

    private VirtualThreads() {}

    static boolean present() {
        return OF_VIRTUAL != null;
    }

    /** Makes a thread without starting it. It is a daemon, so one that hangs does not keep the JVM running. */
    static Thread unstarted(Runnable task, boolean virtual) {
        if (virtual && OF_VIRTUAL != null) {
            return virtual(OF_VIRTUAL, task);
        }
        Thread thread = new Thread(task, "check, second thread");
        thread.setDaemon(true);
        return thread;
    }

    private static Thread virtual(Method ofVirtual, Runnable task) {
        try {
            Object builder = ofVirtual.invoke(null);
            Method unstarted = Class.forName("java.lang.Thread$Builder").getMethod("unstarted", Runnable.class);
            return (Thread) unstarted.invoke(builder, task);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("virtual threads exist in this JDK but cannot be made", e);
        }
    }

    /** Returns null where the method is missing or, as in a preview, not enabled. */
    private static @Nullable Method find() {
        try {
            Method method = Thread.class.getMethod("ofVirtual");
            method.invoke(null);
            return method;
        } catch (ReflectiveOperationException absent) {
            return null;
        }
    }
}
