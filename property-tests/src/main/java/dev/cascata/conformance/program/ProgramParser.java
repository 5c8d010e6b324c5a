package dev.cascata.conformance.program;

import dev.cascata.conformance.kit.ForeignShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads a program as {@link ProgramPrinter} writes it. Used once. */
public final class ProgramParser {
    public static final Set<String> CAUSES = Set.of("a", "b", "c", "d", Step.NULL_CAUSE);
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_AT_ONCE = 2_000_000;

    private final List<Step> steps = new ArrayList<>();
    private final List<Integer> contextOfCallback = new ArrayList<>();
    private int contexts = 1;
    private boolean quiet;
    private String line = "";
    private String[] words = {};

    Program parse(String text) {
        for (String part : withoutMark(text).split(";|\\R", -1)) {
            line = part.strip();
            if (line.equals(Program.QUIET)) {
                quiet = true;
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                words = line.split("\\s+", -1);
                parseLine();
            }
        }
        return new Program(steps, quiet);
    }

    /** Returns the text without the byte order mark that some editors put before it. */
    public static String withoutMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private void parseLine() {
        Step step = words.length > 2 && words[1].equals("=") ? made() : action();
        steps.add(step);
    }

    private Step action() {
        return switch (words[0]) {
            case "cancel" -> new Step.Cancel(context(1), cause(2));
            case "stop" -> new Step.StopCallback(exactly(2, callback(1)));
            case "advance" -> new Step.Advance(exactly(2, positive(ticks(1))));
            default ->
                throw bad(
                        "begin with cancel, stop or advance, or name what the step makes, as in \"c1 = withCancel c0\"");
        };
    }

    private Step made() {
        if (words[2].equals("afterFunc")) {
            return afterFunc();
        }
        Step step = words[2].equals("background") ? exactly(3, new Step.Background()) : derive();
        int count = step instanceof Step.Derive derive ? derive.count() : 1;
        int first = contexts;
        contexts += count;
        name(count == 1 ? "c" + first : "c" + first + "..c" + (contexts - 1));
        return step;
    }

    private Step.Derive derive() {
        return switch (words[2]) {
            case "withCancel" -> exactly(4, new Step.WithCancel(context(3)));
            case "withoutCancel" -> exactly(4, new Step.WithoutCancel(context(3)));
            case "withDeadline" -> new Step.WithDeadline(context(3), ticks(4), cause(5));
            case "withTimeout" -> new Step.WithTimeout(context(3), ticks(4), cause(5));
            case "withValue" -> exactly(6, new Step.WithValue(context(3), number('k', 4, 3), value(5)));
            case "foreign" -> exactly(5, new Step.Foreign(context(3), shape(4)));
            case "merge" -> merge();
            case "fan" -> exactly(5, new Step.Fan(context(4), count(3)));
            case "chain" -> exactly(5, new Step.Chain(context(4), count(3)));
            case "layers" -> exactly(5, new Step.Layers(context(4), count(3)));
            default ->
                throw bad("write a step that makes a context, such as withCancel, instead of \"" + words[2] + "\"");
        };
    }

    private Step.Derive merge() {
        if (words.length < 5) {
            throw bad("name at least two contexts, as in \"c3 = merge c1 c2\"");
        }
        return new Step.Merge(
                IntStream.range(3, words.length).map(this::context).boxed().toList());
    }

    private Step afterFunc() {
        int context = context(3);
        name("f" + contextOfCallback.size());
        Step step = words.length == 4 ? new Step.AfterFunc(context) : again(context);
        contextOfCallback.add(context);
        return step;
    }

    private Step again(int context) {
        if (words.length != 6 || !words[4].equals("as")) {
            throw bad("write a second registration as \"f1 = afterFunc c1 as f0\"");
        }
        int callback = callback(5);
        if (contextOfCallback.get(callback) != context) {
            throw bad("name c" + contextOfCallback.get(callback) + ", on which f" + callback + " is registered");
        }
        return new Step.AfterFuncAgain(callback);
    }

    private void name(String next) {
        if (!words[0].equals(next)) {
            throw bad("call what this step makes " + next);
        }
    }

    private int context(int word) {
        return number('c', word, contexts);
    }

    private int callback(int word) {
        return number('f', word, contextOfCallback.size());
    }

    private int number(char letter, int word, int limit) {
        String text = word(word);
        int number = text.matches(letter + "\\d{1,8}") ? Integer.parseInt(text.substring(1)) : -1;
        if (number < 0 || number >= limit) {
            throw bad("name " + existing(letter, limit) + " instead of \"" + text + "\"");
        }
        return number;
    }

    private static String existing(char letter, int limit) {
        String kind = letter == 'c' ? "a context" : letter == 'f' ? "a callback" : letter == 'k' ? "a key" : "a value";
        String range = limit == 1 ? letter + "0" : letter + "0 to " + letter + (limit - 1);
        return limit == 0 ? kind + " made by an earlier step" : kind + " from " + range;
    }

    private int value(int word) {
        return word(word).equals("null") ? Step.NULL_VALUE : number('v', word, 4);
    }

    private long ticks(int word) {
        String text = word(word);
        if (text.equals("huge") || text.equals("-huge")) {
            return text.equals("huge") ? Step.HUGE : -Step.HUGE;
        }
        if (!text.matches("-?\\d{1,12}")) {
            throw bad("write a whole number of ticks, huge or -huge instead of \"" + text + "\"");
        }
        return Long.parseLong(text);
    }

    private long positive(long ticks) {
        if (ticks < 0 || ticks == Step.HUGE) {
            throw bad("advance by 0 or more ticks");
        }
        return ticks;
    }

    private int count(int word) {
        long count = ticks(word);
        if (count < 1 || count > MOST_AT_ONCE) {
            throw bad("make from 1 to " + MOST_AT_ONCE + " contexts at once");
        }
        return (int) count;
    }

    private ForeignShape shape(int word) {
        for (ForeignShape shape : ForeignShape.values()) {
            if (shape.name().toLowerCase(Locale.ROOT).equals(word(word))) {
                return shape;
            }
        }
        throw bad("name the shape of the foreign context: sharing, own or hook");
    }

    private @Nullable String cause(int word) {
        if (words.length == word) {
            return null;
        }
        if (words.length != word + 2 || !words[word].equals("cause") || !CAUSES.contains(words[word + 1])) {
            throw bad("write a cause as \"cause a\", with a, b, c, d or null");
        }
        return words[word + 1];
    }

    private String word(int index) {
        if (index >= words.length) {
            throw bad("add what is missing at the end of the line");
        }
        return words[index];
    }

    private <T> T exactly(int count, T parsed) {
        if (words.length > count) {
            throw bad("leave out \"" + words[count] + "\"");
        }
        return parsed;
    }

    private IllegalArgumentException bad(String what) {
        return new IllegalArgumentException(
                "step " + (steps.size() + 1) + " of the program, \"" + line + "\": " + what);
    }
}
