package dev.cascata.conformance.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads a stream of bytes as lines of UTF-8. A line ends with a line feed and has a greatest length. */
final class Lines {
    static final int LONGEST = 16 * 1024 * 1024;

    /** The stream does not continue with such a line. The message is half a sentence without its subject. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    private final InputStream in;
    private final int longest;

    Lines(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Returns the next line without its line feed; null at the end of the stream. */
    @Nullable
    String next() throws IOException, Malformed {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return ended(line);
            }
            if (line.size() == longest) {
                throw new Malformed("wrote a line of more than " + longest + " bytes");
            }
            line.write(next);
        }
        return decoded(line.toByteArray());
    }

    private static @Nullable String ended(ByteArrayOutputStream line) throws Malformed {
        if (line.size() > 0) {
            throw new Malformed("ended in the middle of a line: " + excerpt(line.toString(StandardCharsets.UTF_8)));
        }
        return null;
    }

    private static String decoded(byte[] bytes) throws Malformed {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed(
                    "wrote a line that is not UTF-8: " + excerpt(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
    }

    /** Returns the beginning of a line, in quotes and without control characters. */
    static String excerpt(String line) {
        String shown = line.codePoints()
                .limit(80)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "\"" + shown + (shown.length() < line.length() ? "..." : "") + "\"";
    }
}
