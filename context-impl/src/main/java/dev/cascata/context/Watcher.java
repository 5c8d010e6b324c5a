package dev.cascata.context;

/**
 * A thread that waits for the end of a foreign parent and passes it on to one child. Released by interrupt when the
 * child ends first; the interrupt never reaches anything but the wait.
 */
final class Watcher implements Registration, Runnable {
    private final Context parent;
    private final Done done;
    private final CancelContext child;
    private final Thread thread;

    private Watcher(Context parent, Done done, CancelContext child) {
        this.parent = parent;
        this.done = done;
        this.child = child;
        this.thread = Threads.unstarted("context-watcher", this);
    }

    static Registration start(Context parent, Done done, CancelContext child) {
        Watcher watcher = new Watcher(parent, done, child);
        watcher.thread.start();
        return watcher;
    }

    @Override
    public void run() {
        while (!child.ended()) {
            try {
                done.await();
                child.end(Ending.of(parent));
            } catch (InterruptedException wakeUp) {
                // The loop asks whether it was the release.
            }
        }
    }

    /** Called by the walk that ended the child; by the watching thread itself if it was that. */
    @Override
    public boolean stop() {
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
        return false;
    }
}
