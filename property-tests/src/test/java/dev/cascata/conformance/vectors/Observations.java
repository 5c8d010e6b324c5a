package dev.cascata.conformance.vectors;

import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.Answer.Reading;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares the replies of two implementations to the same line, as far as both can report. */
final class Observations {
    /** Deadlines that are more than this number of ticks away count as equal. */
    private static final double FAR = 10L * 365 * 24 * 3600 * 1000;

    private Observations() {}

    /** Returns the reply without its number and timers, with runs of callbacks sorted. */
    static Answer plain(Answer answer) {
        return new Answer(
                0,
                answer.answer(),
                answer.atOnce(),
                answer.done(),
                answer.contexts().stream().map(Observations::plain).toList(),
                sorted(answer.ran()),
                null,
                answer.threw());
    }

    private static Reading plain(Reading read) {
        Double deadline = read.deadline();
        boolean far = deadline != null && Math.abs(deadline) > FAR;
        return new Reading(
                read.err(),
                read.cause(),
                deadline != null && far ? Double.valueOf(Math.copySign(2 * FAR, deadline)) : deadline,
                read.values(),
                read.sameDone(),
                read.dependents(),
                read.attached());
    }

    private static List<Answer.Ran> sorted(List<Answer.Ran> ran) {
        return ran.stream()
                .sorted(Comparator.comparingInt(Answer.Ran::callback))
                .toList();
    }

    /** Returns true if {@code actual} agrees. A context that may end a little later may also end at once. */
    static boolean agree(Answer recorded, Answer actual) {
        Answer other = plain(actual);
        Set<Integer> early = new HashSet<>(other.atOnce());
        return either(recorded.answer(), other.answer())
                && early.containsAll(recorded.atOnce())
                && new HashSet<>(recorded.done()).containsAll(early)
                && recorded.done().equals(other.done())
                && recorded.ran().equals(other.ran())
                && recorded.contexts().size() == other.contexts().size()
                && IntStream.range(0, recorded.contexts().size())
                        .allMatch(i -> agree(
                                recorded.contexts().get(i), other.contexts().get(i)));
    }

    private static boolean agree(Reading recorded, Reading actual) {
        return Objects.equals(recorded.err(), actual.err())
                && Objects.equals(recorded.cause(), actual.cause())
                && Objects.equals(recorded.deadline(), actual.deadline())
                && Objects.equals(recorded.values(), actual.values())
                && either(recorded.sameDone(), actual.sameDone())
                && either(recorded.dependents(), actual.dependents())
                && Objects.equals(recorded.attached(), actual.attached());
    }

    private static boolean either(@Nullable Object recorded, @Nullable Object actual) {
        return recorded == null || actual == null || recorded.equals(actual);
    }
}
