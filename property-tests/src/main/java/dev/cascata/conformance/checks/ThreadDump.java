package dev.cascata.conformance.checks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Stack traces of threads as text, for the report of a hang. */
public final class ThreadDump {
    private ThreadDump() {}

    /** Returns the stacks of a thread that hangs and of the calling thread. */
    public static String of(Thread hanging) {
        Map<Thread, StackTraceElement[]> stacks = new LinkedHashMap<>();
        stacks.put(hanging, hanging.getStackTrace());
        stacks.put(Thread.currentThread(), Thread.currentThread().getStackTrace());
        return render(stacks);
    }

    /** Returns the stack of a thread that hangs, then of all others but the calling thread and those of the JVM. */
    public static String all(Thread hanging) {
        Map<Thread, StackTraceElement[]> stacks = new LinkedHashMap<>();
        stacks.put(hanging, hanging.getStackTrace());
        Thread.getAllStackTraces().forEach((thread, stack) -> {
            if (thread != Thread.currentThread() && !ofTheJvm(thread)) {
                stacks.putIfAbsent(thread, stack);
            }
        });
        return render(stacks);
    }

    private static boolean ofTheJvm(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group == null || group.getParent() == null;
    }

    private static String render(Map<Thread, StackTraceElement[]> stacks) {
        return stacks.entrySet().stream()
                .map(e -> "\"" + e.getKey().getName() + "\" " + e.getKey().getState() + "\n"
                        + Arrays.stream(e.getValue())
                                .map(frame -> "\tat " + frame)
                                .collect(Collectors.joining("\n")))
                .collect(Collectors.joining("\n"));
    }
}
