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
 * other to read. The standard error of the child is that of this process. The child does not outlive this process.
 */
final class Child {
    private static final int LINES_AHEAD = 1024;
    private static final long FAREWELL_MILLIS = 2000;

    /** A line, or the reason why no line follows. */
    private record Heard(@Nullable String line, String end) {}

    private final Process process;
    private final OutputStream in;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(LINES_AHEAD);
    private final ExecutorService writer = Executors.newSingleThreadExecutor(Child::daemon);
    private final Thread hook = new Thread(this::kill, "end of the adapter");

    Child(List<String> words) throws IOException {
        process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = process.getOutputStream();
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
        return process.waitFor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                ? "ended with exit code " + process.exitValue()
                : "closed its standard output";
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
        Heard next = heard.poll(limitMillis, TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new Lines.Malformed("sent nothing for " + limitMillis + " ms");
        }
        if (next.line() == null) {
            throw new Lines.Malformed(next.end());
        }
        return next.line();
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
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
