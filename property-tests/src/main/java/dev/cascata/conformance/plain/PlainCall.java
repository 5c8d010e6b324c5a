package dev.cascata.conformance.plain;

/**
 * A task that runs on its caller's thread and is interrupted when its context ends. The monitor makes sure that no
 * interrupt is sent after the task has ended.
 */
public final class PlainCall {
    /** What the end of the context did to the thread of a call. */
    public enum Interrupt {
        NONE,
        ALONE,
        /** The thread had been interrupted by other code before. */
        SECOND
    }

    private final Thread thread = Thread.currentThread();
    private Interrupt interrupt = Interrupt.NONE;
    private boolean left;

    synchronized void interrupt() {
        if (!left) {
            interrupt = thread.isInterrupted() ? Interrupt.SECOND : Interrupt.ALONE;
            thread.interrupt();
        }
    }

    /** Ends the task. The first call returns the interrupt that was sent, a later call returns none. */
    public synchronized Interrupt leave() {
        Interrupt sent = interrupt;
        interrupt = Interrupt.NONE;
        left = true;
        return sent;
    }
}
