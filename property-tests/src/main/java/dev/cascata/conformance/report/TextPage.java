package dev.cascata.conformance.report;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal: titles, and entries of a label and wrapped words in two columns. */
final class TextPage {
    private static final int WIDTH = 100;
    private static final int COLUMN = 13;

    private final StringBuilder text = new StringBuilder();

    TextPage title(String words) {
        wrap(words, WIDTH).forEach(this::line);
        return line("");
    }

    /** Words beside a label. */
    TextPage entry(String label, String words) {
        return lines(label, wrap(words, WIDTH - COLUMN));
    }

    /** Lines, kept as they are, the first beside a label. */
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
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : words.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
