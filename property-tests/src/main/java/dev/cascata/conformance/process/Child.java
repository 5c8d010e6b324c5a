package dev.cascata.conformance.process;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process that reads and writes lines. One thread writes and another reads, so neither process waits for the
 * other to read. The beginning of its standard error goes to that of this process. Neither the child nor a process that
 * it started outlives this process.
 */
final class Child {
    private static final int LINES_AHEAD = 1024;
    private static final long FAREWELL_MILLIS = 2000;
    private static final long LOOK_MILLIS = 200;
    /** A process that a signal ends has the exit code of this and the number of the signal. */
    private static final int SIGNALS = 128;

    /** A line, or the reason why no line follows. */
    private record Heard(@Nullable String line, String end) {}

    private final ProcessFamily family = new ProcessFamily();
    private final Process process;
    private final ErrorOutput errors;
    private final OutputStream in;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Child::daemon);
    private final Thread hook = new Thread(this::kill, "end of the adapter");

    Child(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        family.mark(builder.environment());
        process = builder.start();
        in = process.getOutputStream();
        errors = new ErrorOutput(process.getErrorStream(), System.err);
        Runtime.getRuntime().addShutdownHook(hook);
        daemon(() -> listen(process.getInputStream())).start();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "adapter");
        thread.setDaemon(true);
        return thread;
    }

    private void listen(InputStream out) {
        Lines lines = new Lines(new BufferedInputStream(out), Lines.LONGEST);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                heard.put(new Heard(line, ""));
            }
            heard.put(new Heard(null, ended()));
        } catch (Lines.Malformed malformed) {
            tryPut(new Heard(null, String.valueOf(malformed.getMessage())));
        } catch (IOException | InterruptedException e) {
            tryPut(new Heard(null, "can no longer be read"));
        }
    }

    private void tryPut(Heard last) {
        try {
            heard.put(last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String ended() throws InterruptedException {
        return process.waitFor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS) ? exit() : "closed its standard output";
    }

    private String exit() throws InterruptedException {
        int code = process.exitValue();
        String signal = code > SIGNALS && code < SIGNALS + SIGNALS / 2 ? " (signal " + (code - SIGNALS) + ")" : "";
        String last = errors.lastLine(FAREWELL_MILLIS);
        return "ended with exit code " + code + signal
                + (last.isEmpty() ? "" : "; its last line on standard error: " + Lines.excerpt(last));
    }

    /** Queues text to be written. A child that has ended does not receive it. */
    void write(String text) {
        writer.execute(() -> {
            try {
                in.write(text.getBytes(StandardCharsets.UTF_8));
                in.flush();
            } catch (IOException e) {
                // The reader reports how the child ended.
            }
        });
    }

    /**
     * Returns the next line.
     *
     * @throws Lines.Malformed if none arrives within the limit, or the child has ended
     */
    String read(long limitMillis) throws Lines.Malformed, InterruptedException {
        Heard next = next(limitMillis);
        if (next == null && !process.isAlive()) {
            throw new Lines.Malformed(exit() + "; a process that it started keeps its standard output open");
        } else if (next == null) {
            throw new Lines.Malformed("sent nothing for " + limitMillis + " ms");
        }
        if (next.line() == null) {
            throw new Lines.Malformed(next.end());
        }
        return next.line();
    }

    /** Waits for what comes next, and not much longer than the child lives. */
    private @Nullable Heard next(long limitMillis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
        Heard next = null;
        for (long left = limitMillis; next == null && left > 0 && process.isAlive(); left = millisUntil(end)) {
            next = heard.poll(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
        }
        return next != null || process.isAlive() ? next : heard.poll(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static long millisUntil(long end) {
        return TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }

    /** Closes the standard input of the child, and kills the child if it does not end then. */
    void close() {
        writer.execute(() -> {
            try {
                in.close();
            } catch (IOException e) {
                // It has ended already.
            }
        });
        try {
            process.waitFor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end();
    }

    /** Kills the child and every process that it started. */
    void end() {
        kill();
        writer.shutdownNow();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook does the same.
        }
    }

    private void kill() {
        family.kill(process);
    }
}
