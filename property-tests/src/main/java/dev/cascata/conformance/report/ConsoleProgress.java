package dev.cascata.conformance.report;

import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.search.Progress;
import java.io.Console;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A line on a terminal that is written over as the run goes on. */
public final class ConsoleProgress implements Progress {
    private final PrintStream terminal;
    private String shown = "";

    ConsoleProgress(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** One that is silent unless {@code out} is standard output and a person is watching it. */
    public static Progress on(PrintStream out) {
        return out == System.out && isTerminal(System.console()) ? new ConsoleProgress(out) : NONE;
    }

    @Override
    public void programs(String kit, int done, int of) {
        show(kit + ": " + (of == 0 ? 100 : 100L * done / of) + " % of " + of + " programs");
    }

    @Override
    public void checks(String kit, int done, int of) {
        show(kit + ": " + done + " of " + of + " directed checks");
    }

    @Override
    public void shrinking(String kit, Rule rule) {
        show(kit + ": looking for the shortest program that breaks " + rule.id());
    }

    @Override
    public void end() {
        show("");
    }

    private void show(String line) {
        if (!line.equals(shown)) {
            String rest = " ".repeat(Math.max(0, shown.length() - line.length()));
            terminal.print("\r" + line + rest + (line.isEmpty() ? "\r" : ""));
            terminal.flush();
            shown = line;
        }
    }

    /** From Java 22 on there may be a console that is no terminal, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
