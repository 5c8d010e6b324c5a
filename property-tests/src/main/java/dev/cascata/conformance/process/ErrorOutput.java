package dev.cascata.conformance.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Passes on the beginning of what a child writes to standard error, keeps its end, and drops the rest. */
final class ErrorOutput {
    /** The number of bytes passed on. */
    static final int MOST = 1024 * 1024;

    private static final int KEPT = 2000;
    private static final int BUFFER = 8192;

    private final InputStream from;
    private final PrintStream to;
    private final Thread reader;
    private final StringBuilder end = new StringBuilder();
    private long written;

    /** Starts to read, on a thread of its own. */
    ErrorOutput(InputStream from, PrintStream to) {
        this.from = from;
        this.to = to;
        this.reader = new Thread(this::pass, "standard error of an adapter");
        reader.setDaemon(true);
        reader.start();
    }

    private void pass() {
        byte[] buffer = new byte[BUFFER];
        try (from) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                take(buffer, read);
            }
        } catch (IOException e) {
            // The child has ended.
        }
    }

    private synchronized void take(byte[] buffer, int size) {
        int shown = (int) Math.min(size, Math.max(0, MOST - written));
        to.write(buffer, 0, shown);
        to.flush();
        if (written <= MOST && written + size > MOST) {
            to.println("\nThe adapter has written " + MOST + " bytes to standard error; the rest is not shown.");
        }
        written += size;
        end.append(new String(buffer, 0, size, StandardCharsets.UTF_8));
        end.delete(0, Math.max(0, end.length() - KEPT));
    }

    /** Returns the last line, once the child has closed its standard error or the limit has passed. */
    String lastLine(long limitMillis) throws InterruptedException {
        reader.join(limitMillis);
        synchronized (this) {
            String text = end.toString().strip();
            return text.substring(text.lastIndexOf('\n') + 1).strip();
        }
    }
}
