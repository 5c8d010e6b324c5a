package dev.cascata.conformance.search;

import dev.cascata.conformance.kit.AdapterFault;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Standard output while a kit is made or judged. It belongs to the report: what anybody writes there is kept out of it,
 * and is told together with the operation that was running.
 */
public final class StandardOutput implements AutoCloseable {
    private final PrintStream real = System.out;
    private final Supplier<String> operation;
    private volatile @Nullable String writer;

    private StandardOutput(Supplier<String> operation) {
        this.operation = operation;
    }

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

    /** Finds the kit at fault if anything was written. */
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
