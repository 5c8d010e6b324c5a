package dev.cascata.conformance.known;

import dev.cascata.conformance.program.ProgramParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The comments and empty lines of a known-failing file, each kept with the entry below it. */
final class Comments {
    private static final String HEADER = "# What ";

    /** The comments above the entry of each rule, by its id, in the order of the file. */
    private final Map<String, List<String>> above = new LinkedHashMap<>();

    private final List<String> atTheEnd = new ArrayList<>();

    private Comments() {}

    static Comments of(String text) {
        Comments comments = new Comments();
        List<String> open = new ArrayList<>();
        for (String line : ProgramParser.withoutMark(text).lines().toList()) {
            if (line.isBlank() || line.strip().startsWith("#")) {
                open.add(line);
            } else {
                comments.above.put(line.split("\\|", 2)[0].strip(), open);
                open = new ArrayList<>();
            }
        }
        comments.atTheEnd.addAll(open);
        return comments;
    }

    /** Returns the whole file: a header, and the comments around these entries. */
    String around(KnownFailing entries, String kit) {
        carryDown(entries.lines().stream().map(line -> line.rule().id()).collect(Collectors.toSet()));
        List<String> lines = new ArrayList<>();
        lines.add(HEADER + kit + " is known to break: rule | reason | program that shows it.");
        for (KnownFailing.Line entry : entries.lines()) {
            add(lines, above.getOrDefault(entry.rule().id(), List.of()));
            lines.add(entry.toString());
        }
        add(lines, atTheEnd);
        return String.join("\n", lines) + "\n";
    }

    /** Hands the comments of an entry that is gone to the next one that is left. */
    private void carryDown(Set<String> left) {
        List<String> open = new ArrayList<>();
        for (String rule : List.copyOf(above.keySet())) {
            open.addAll(above.remove(rule));
            if (left.contains(rule)) {
                above.put(rule, open);
                open = new ArrayList<>();
            }
        }
        atTheEnd.addAll(0, open);
    }

    private static void add(List<String> lines, List<String> comments) {
        comments.stream().filter(line -> !line.startsWith(HEADER)).forEach(lines::add);
    }
}
