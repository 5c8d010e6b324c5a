package dev.cascata.conformance.report;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Text for a terminal: titles, and entries of a label and wrapped words in two columns. */
final class TextPage {
    static final int WIDTH = 100;
    private static final int COLUMN = 18;

    private final StringBuilder text = new StringBuilder();

    TextPage title(String words) {
        return paragraph(words).line("");
    }

    TextPage paragraph(String words) {
        wrap(words, WIDTH).forEach(this::line);
        return this;
    }

    /** Adds words beside a label. */
    TextPage entry(String label, String words) {
        return lines(label, wrap(words, WIDTH - COLUMN));
    }

    /** Adds lines as they are, the first beside a label. */
    TextPage lines(String label, List<String> lines) {
        String column = "  " + label;
        for (String line : lines) {
            line(column + " ".repeat(COLUMN - column.length()) + line);
            column = "";
        }
        return this;
    }

    TextPage line(String words) {
        text.append(words.stripTrailing()).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private static List<String> wrap(String words, int width) {
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), new Column(width, 0, Overflow.WRAP));
        table.indentWrappedLines = 0;
        table.addRowValues(words.strip().replaceAll("\\s+", " "));
        return table.toString().lines().toList();
    }
}
