package dev.cascata.conformance.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.rules.Capability;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A line from an adapter is judged twice: by the suite, by hand, and by the schema that authors of adapters use. Both
 * agree, except for what {@link OnlyByHand} lists.
 */
class JudgesAgreeTest {
    private static final int MANY = 100;

    static List<Message> valid() {
        return Message.valid();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void bothAcceptAValidMessage(Message message) {
        assertThat(message.acceptedBySchema()).as("%s", message).isTrue();
        assertThat(message.acceptedByHand()).as("%s", message).isTrue();
    }

    @ParameterizedTest
    @MethodSource("valid")
    void bothJudgeAlikeAfterAnySingleChange(Message message) {
        assertThat(changed(message)).hasSizeGreaterThan(10).allSatisfy(JudgesAgreeTest::assertAgreement);
    }

    private static List<Message> changed(Message message) {
        return IntStream.range(0, Changes.of(message.json()).size())
                .mapToObj(i -> changed(message, i))
                .toList();
    }

    private static Message changed(Message message, int number) {
        Message copy = message.copy();
        List<Runnable> possible = Changes.of(copy.json());
        possible.get(number % possible.size()).run();
        return copy;
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void bothJudgeAlikeAfterSeveralChanges(
            @ForAll @IntRange(max = 6) int sort,
            @ForAll Set<Capability> declared,
            @ForAll @Size(max = 3) List<@IntRange(max = 10_000) Integer> changes) {
        Message message = Message.valid().get(sort).declaring(declared);
        for (int number : changes) {
            message = changed(message, number);
        }
        assertAgreement(message);
    }

    private static void assertAgreement(Message message) {
        boolean schema = message.acceptedBySchema();
        Set<OnlyByHand> differences = differences(message);
        assertThat(message.acceptedByHand())
                .as("schema accepts: %s, known differences: %s, %s", schema, differences, message.json())
                .isEqualTo(schema && differences.isEmpty());
    }

    private static Set<OnlyByHand> differences(Message message) {
        Set<OnlyByHand> differences = EnumSet.noneOf(OnlyByHand.class);
        Arrays.stream(OnlyByHand.values()).filter(d -> d.appliesTo(message)).forEach(differences::add);
        return differences;
    }

    /** Each difference is the only one of some message, which the schema accepts. */
    @ParameterizedTest
    @EnumSource
    void everyDifferenceIsShownByAMessage(OnlyByHand difference) {
        assertThat(Message.valid().stream().flatMap(m -> changed(m).stream()))
                .anyMatch(m -> m.acceptedBySchema()
                        && !m.acceptedByHand()
                        && differences(m).equals(Set.of(difference)));
    }

    @Test
    void singleChangesGiveManyValidAndManyBrokenMessages() {
        Map<Boolean, Long> counts = Message.valid().stream()
                .flatMap(m -> changed(m).stream())
                .collect(Collectors.partitioningBy(Message::acceptedByHand, Collectors.counting()));

        assertThat(counts).allSatisfy((accepted, count) -> assertThat(count).isGreaterThan(MANY));
    }
}
