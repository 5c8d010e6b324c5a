package dev.cascata.conformance.trial;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.program.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/** Everything that can be read of each context after each step of a program, without a model. */
final class Transcript {
    private static final long FAR = 10L * 365 * 24 * 3600 * 1000 * Step.TICK;
    private static final int LAST_KEY = 1;

    private final List<List<String>> lines = new ArrayList<>();

    private Transcript() {}

    /** Runs the steps; deadlines are relative to {@code origin}, in ticks. */
    static Transcript of(ContextKit<?> kit, List<Step> steps, long origin) {
        Subject subject = new KitSubject<>(kit);
        Transcript transcript = new Transcript();
        int contexts = 1;
        for (Step step : steps) {
            subject.apply(step);
            subject.settle();
            contexts += Rewriting.made(step);
            transcript.add(subject, contexts, origin);
        }
        return transcript;
    }

    private void add(Subject subject, int contexts, long origin) {
        List<String> read = new ArrayList<>();
        for (int context = 0; context < contexts; context++) {
            read.add(read(subject, context, origin));
        }
        lines.add(read);
    }

    private static String read(Subject subject, int context, long origin) {
        Object err = subject.err(context);
        Object cause = subject.cause(context);
        String shown = cause == err ? "the err" : Objects.requireNonNullElse(subject.label(cause), "" + cause);
        StringBuilder line = new StringBuilder(subject.done(context) ? "done " : "live ")
                .append(subject.kind(context))
                .append(", cause ")
                .append(shown)
                .append(", deadline ")
                .append(deadline(subject.deadline(context), origin));
        for (int key = 0; key <= LAST_KEY; key++) {
            line.append(", k").append(key).append(' ').append(subject.value(context, key));
        }
        return line.toString();
    }

    private static String deadline(OptionalLong nanos, long origin) {
        if (nanos.isEmpty()) {
            return "none";
        }
        long moment = nanos.getAsLong();
        return moment > FAR ? "far" : moment < -FAR ? "long past" : "" + (moment - origin * Step.TICK);
    }

    List<String> last() {
        return lines.isEmpty() ? List.of() : lines.get(lines.size() - 1);
    }

    /** Returns all reads but those after one step and those of one context. */
    List<List<String>> without(int step, int context) {
        List<List<String>> rest = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i != step) {
                List<String> read = new ArrayList<>(lines.get(i));
                if (context < read.size()) {
                    read.remove(context);
                }
                rest.add(read);
            }
        }
        return rest;
    }

    List<List<String>> all() {
        return lines;
    }
}
