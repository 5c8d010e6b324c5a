package dev.cascata.conformance.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** Turns messages of exceptions into parts of a sentence for a user. */
public final class Messages {
    private Messages() {}

    /** Returns the message on one line, without a full stop. */
    public static String plain(@Nullable String message) {
        String line = message == null ? "" : message.strip().replaceAll("\\s+", " ");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    /** Returns the message as the beginning of a sentence. */
    public static String capital(@Nullable String message) {
        String line = plain(message);
        return line.isEmpty() ? line : Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }

    /** Returns the class and the message of what was thrown, on one line. */
    public static String of(Throwable thrown) {
        String message = plain(thrown.getMessage());
        String name = thrown.getClass().getName();
        return message.isEmpty() ? name : name + ": " + message;
    }

    /** Returns why a file cannot be read or written, as a clause. */
    public static String of(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return "permission is denied";
        } else if (e instanceof FileAlreadyExistsException || isBelowAFile(e)) {
            return "a file is in the way";
        } else if (e instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        return plain(e.getMessage());
    }

    private static boolean isBelowAFile(IOException e) {
        return e instanceof FileSystemException failed && "Not a directory".equals(failed.getReason());
    }
}
