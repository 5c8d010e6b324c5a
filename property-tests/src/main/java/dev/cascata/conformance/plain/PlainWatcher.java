package dev.cascata.conformance.plain;

import dev.cascata.context.Context;
import dev.cascata.context.Done;
import dev.cascata.context.Registration;

/** A thread that waits for the end of a foreign parent. An interrupt stops it if the child ends first. */
public final class PlainWatcher implements Registration {
    public final Thread thread;

    public PlainWatcher(PlainSteps steps, Context foreign, Done done, PlainNode child) {
        thread = new Thread(() -> watch(steps, foreign, done, child), "plain-watcher");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(PlainSteps steps, Context foreign, Done done, PlainNode child) {
        while (child.end == null) {
            try {
                done.await();
                steps.end(child, steps.foreignEnd(foreign));
            } catch (InterruptedException wakeUp) {
                // The loop checks whether the child has ended.
            }
        }
    }

    @Override
    public boolean stop() {
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
        return false;
    }
}
