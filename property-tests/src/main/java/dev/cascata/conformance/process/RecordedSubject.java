package dev.cascata.conformance.process;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.process.Answer.Reading;
import dev.cascata.conformance.program.ProgramParser;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.trial.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program that an adapter has run: the lines that were sent, and the replies, from which every read is served. */
public final class RecordedSubject implements Subject {
    /** An error of the library, known by its name. */
    private record Err(String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A cause, known by its label or by another name that the adapter gave it. */
    private record Cause(String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    private final List<Request> lines;
    private final List<Answer> answers;
    private final Map<String, Err> errs = new HashMap<>();
    private final Map<Integer, Object> doneObjects = new HashMap<>();
    private final Map<Integer, Reading> readings = new HashMap<>();
    private final List<Ran> log = new ArrayList<>();
    private Set<Integer> done = Set.of();
    private int at;

    public RecordedSubject(List<Request> lines, List<Answer> answers) {
        this.lines = lines;
        this.answers = answers;
        take();
    }

    private Answer answered() {
        return answers.get(at);
    }

    @Override
    public boolean live() {
        return false;
    }

    @Override
    public void apply(Step step) {
        at++;
        take();
    }

    /** Takes over the reply to the current step, up to the moment at which the step returned. */
    private void take() {
        Answer answer = answered();
        if (answer.threw() != null) {
            throw new OperationThrew(lines.get(at).step(), new Thrown(answer.threw()));
        }
        done = new HashSet<>(answer.atOnce());
        answer.ran().forEach(r -> log.add(new Ran(r.callback(), r.done(), r.err(), !r.inline())));
        List<Integer> read = lines.get(at).read();
        readings.clear();
        for (int i = 0; i < read.size(); i++) {
            readings.put(read.get(i), answer.contexts().get(i));
        }
    }

    @Override
    public void settle() {
        done = new HashSet<>(answered().done());
    }

    @Override
    public void over() {
        at = answers.size() - 1;
        take();
    }

    @Override
    public String inFlight() {
        return lines.get(at).step();
    }

    @Override
    public long operations() {
        return at + 1L;
    }

    @Override
    public boolean answer() {
        return Boolean.TRUE.equals(answered().answer());
    }

    @Override
    public List<Ran> log() {
        return List.copyOf(log);
    }

    @Override
    public int ran() {
        return log.size();
    }

    @Override
    public int timers() {
        return Objects.requireNonNullElse(answered().timers(), 0);
    }

    @Override
    public boolean done(int context) {
        return done.contains(context);
    }

    private Reading reading(int context) {
        return Objects.requireNonNull(readings.get(context), () -> "c" + context + " is not in \"read\"");
    }

    @Override
    public @Nullable Object err(int context) {
        String name = reading(context).err();
        return name == null ? null : errs.computeIfAbsent(name, Err::new);
    }

    @Override
    public @Nullable EndKind kind(int context) {
        String name = reading(context).err();
        if (Reading.DEADLINE_EXCEEDED.equals(name)) {
            return EndKind.DEADLINE_EXCEEDED;
        }
        return Reading.CANCELLED.equals(name) ? EndKind.CANCELLED : null;
    }

    @Override
    public @Nullable Object cause(int context) {
        String label = reading(context).cause();
        if (label == null) {
            return null;
        }
        return label.equals(Reading.ERR) ? err(context) : new Cause(label);
    }

    @Override
    public @Nullable String label(@Nullable Object cause) {
        return cause instanceof Cause given && ProgramParser.CAUSES.contains(given.label()) ? given.label() : null;
    }

    @Override
    public OptionalLong deadline(int context) {
        Double ticks = reading(context).deadline();
        return ticks == null ? OptionalLong.empty() : OptionalLong.of(Math.round(ticks * Step.TICK));
    }

    @Override
    public @Nullable Object value(int context, int key) {
        return Objects.requireNonNull(reading(context).values()).get(key);
    }

    @Override
    public Object doneObject(int context) {
        boolean same = Boolean.TRUE.equals(reading(context).sameDone());
        return same ? doneObjects.computeIfAbsent(context, c -> "done of c" + c) : new Object();
    }

    @Override
    public OptionalInt dependents(int context) {
        Integer dependents = reading(context).dependents();
        return dependents == null ? OptionalInt.empty() : OptionalInt.of(dependents);
    }

    @Override
    public int attached(int context) {
        Integer attached = reading(context).attached();
        if (attached == null) {
            throw new AdapterFault("the adapter left out \"attached\" of a foreign context, c" + context);
        }
        return attached;
    }

    /** What a library threw in its own process. Its printed form is the words of the adapter. */
    @SuppressWarnings("OverrideThrowableToString")
    private static final class Thrown extends RuntimeException {
        private static final long serialVersionUID = 1;

        Thrown(String words) {
            super(words, null, false, false);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }
}
