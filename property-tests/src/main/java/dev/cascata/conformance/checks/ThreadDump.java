package dev.cascata.conformance.checks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Where threads are, as text: for what hangs. */
public final class ThreadDump {
    private ThreadDump() {}

    /** A thread that hangs, then the one that asks. */
    public static String of(Thread hanging) {
        Map<Thread, StackTraceElement[]> stacks = new LinkedHashMap<>();
        stacks.put(hanging, hanging.getStackTrace());
        stacks.put(Thread.currentThread(), Thread.currentThread().getStackTrace());
        return render(stacks);
    }

    /** A thread that hangs, then every other but those of the JVM and the one that asks. */
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
