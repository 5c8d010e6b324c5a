package dev.cascata.conformance.search;

import dev.cascata.conformance.kit.AdapterFault;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps standard output for the report while a kit is made or judged. Other output is dropped and held against the kit,
 * with the operation that was running.
 */
public final class StandardOutput implements AutoCloseable {
    private final PrintStream real = System.out;
    private final Supplier<String> operation;
    private volatile @Nullable String writer;

    private StandardOutput(Supplier<String> operation) {
        this.operation = operation;
    }

    /** Keeps standard output until {@link #close}; {@code operation} returns the operation that is running. */
    public static StandardOutput during(Supplier<String> operation) {
        StandardOutput output = new StandardOutput(operation);
        System.setOut(new PrintStream(output.trap(), true, StandardCharsets.UTF_8));
        return output;
    }

    private OutputStream trap() {
        return new OutputStream() {
            @Override
            public void write(int character) {
                writer = writer == null ? operation.get() : writer;
            }
        };
    }

    /** Throws an {@link AdapterFault} if anything was written. */
    public void check() {
        if (writer != null) {
            throw new AdapterFault(
                    writer + " wrote to standard output, which belongs to the report; let it write to standard error");
        }
    }

    @Override
    public void close() {
        System.setOut(real);
    }
}
