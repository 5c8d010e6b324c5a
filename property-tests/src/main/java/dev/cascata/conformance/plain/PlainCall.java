package dev.cascata.conformance.plain;

/**
 * A task that runs on its caller's thread until the context ends that it hangs on. The monitor guards: an interrupt is
 * sent before the task has come to its end, or not at all.
 */
public final class PlainCall {
    /** What came of the interrupt that a call may be sent. */
    public enum Interrupt {
        NONE,
        ALONE,
        /** The thread was interrupted already, by somebody else. */
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

    /** The task has come to its end; answers once what it was sent. */
    public synchronized Interrupt leave() {
        Interrupt sent = interrupt;
        interrupt = Interrupt.NONE;
        left = true;
        return sent;
    }
}
