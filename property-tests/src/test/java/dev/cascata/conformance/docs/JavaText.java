package dev.cascata.conformance.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds texts in Java source: its comments, its string literals, and the names of its tests. */
final class JavaText {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<block>/\\*.*?\\*/)|(?<lines>//[^\n]*(?:\n\\s*//[^\n]*)*)|(?<text>\"\"\".*?\"\"\")"
                    + "|(?<string>\"(?:\\\\.|[^\"\\\\\n])*\"(?:\\s*\\+\\s*\"(?:\\\\.|[^\"\\\\\n])*\")*)"
                    + "|'(?:\\\\.|[^'\\\\\n])+'",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ [^{}]*}|<pre>.*?</pre>", Pattern.DOTALL);

    private static final Pattern TEST = Pattern.compile("(?:\\bvoid|@TestFactory\\s+[\\w<>? ]+) (\\w+)\\(");

    private JavaText() {}

    /** Returns the names of tests, and of other methods without a result, as words in lower case. */
    static List<String> testNames(String source) {
        return TEST.matcher(source)
                .results()
                .map(method -> method.group(1).replaceAll("(?<=[a-z0-9])(?=[A-Z])", " "))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns each comment as plain words, without code. */
    static List<String> comments(String source) {
        List<String> comments = new ArrayList<>();
        TOKEN.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(token -> token.startsWith("/"))
                .forEach(comment -> comments.addAll(List.of(plain(comment).split("<p>|\n\\s*@", -1))));
        return comments;
    }

    private static String plain(String comment) {
        return TAG.matcher(comment).replaceAll("``").replaceAll("(?m)^\\s*(/\\*+|\\*+/?|//)|\\*/$", " ");
    }

    /** Returns each string literal, those joined by {@code +} as one, if it has more than one word. */
    static List<String> literals(String source) {
        return TOKEN.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(token -> token.startsWith("\""))
                .map(token -> token.replaceAll("\"\\s*\\+\\s*\"|^\"+|\"+$", ""))
                .filter(text -> text.contains(" "))
                .toList();
    }
}
