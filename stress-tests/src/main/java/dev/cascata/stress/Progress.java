package dev.cascata.stress;

import java.io.PrintStream;
import java.util.function.Consumer;
import picocli.CommandLine.Help.Ansi;

/** How far a run has come, on a terminal; elsewhere nothing. */
final class Progress {
    private static final String CLEAR = "\r\u001b[K";

    private Progress() {}

    static Consumer<String> on(PrintStream out) {
        if (!Ansi.AUTO.enabled()) {
            return words -> {};
        }
        return words -> {
            out.print(CLEAR + words);
            out.flush();
        };
    }
}
