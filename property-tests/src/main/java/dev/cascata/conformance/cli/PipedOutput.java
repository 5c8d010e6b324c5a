package dev.cascata.conformance.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Locale;

/** Prints to standard output. It is not an error if the reader stops reading, as {@code head} does. */
public final class PipedOutput extends PrintStream {
    private final Pipe pipe;

    private PipedOutput(Pipe pipe) {
        super(pipe, false, charset());
        this.pipe = pipe;
    }

    public static PipedOutput open() {
        return of(new FileOutputStream(FileDescriptor.out));
    }

    static PipedOutput of(OutputStream out) {
        return new PipedOutput(new Pipe(out));
    }

    private static Charset charset() {
        return Charset.forName(
                System.getProperty("stdout.encoding", Charset.defaultCharset().name()));
    }

    /** Returns true if a write failed although the reader was still there. */
    @Override
    public boolean checkError() {
        return super.checkError() && !pipe.closed;
    }

    /** Remembers whether a write failed because the reader had closed the pipe. */
    private static final class Pipe extends FilterOutputStream {
        private volatile boolean closed;

        Pipe(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                closed = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
                throw e;
            }
        }
    }
}
