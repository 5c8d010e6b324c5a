package dev.cascata.conformance.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line from an adapter: its reply to one step, with everything that can be observed after it.
 *
 * @param id the number of the line that it replies to
 * @param answer what cancel or stop returned
 * @param atOnce the contexts of {@code look} that were done when the step returned
 * @param done the contexts of {@code look} that are done once everything has settled
 * @param contexts one for each context of {@code read}, in the same sequence
 * @param ran the runs of callbacks since the last reply
 * @param timers the number of timers that wait
 * @param threw what the step threw, in words; the suite then ignores the rest of the program
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Answer(
        long id,
        @Nullable Boolean answer,
        List<Integer> atOnce,
        List<Integer> done,
        List<Reading> contexts,
        List<Ran> ran,
        @Nullable Integer timers,
        @Nullable String threw) {

    public Answer {
        atOnce = copy(atOnce);
        done = copy(done);
        contexts = copy(contexts);
        ran = copy(ran);
    }

    /**
     * What was read of one context; null for what it does not have and for what the library cannot report.
     *
     * @param err the name of the error, the same for the same object; "cancelled" and "deadline exceeded" are the kinds
     * @param cause the label of the cause, "err" if it is the error itself
     * @param deadline in ticks
     * @param values one for each key, null for none
     * @param sameDone whether its done object is the one that was first seen of this context
     * @param dependents the number of its live children and registered callbacks
     * @param attached of a foreign context: the number of callbacks registered with it, plus that of its watchers
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reading(
            @Nullable String err,
            @Nullable String cause,
            @Nullable Double deadline,
            @Nullable List<@Nullable String> values,
            @Nullable Boolean sameDone,
            @Nullable Integer dependents,
            @Nullable Integer attached) {

        /** The error of a context that was cancelled. */
        public static final String CANCELLED = "cancelled";

        /** The error of a context whose deadline passed. */
        public static final String DEADLINE_EXCEEDED = "deadline exceeded";

        /** The cause that is the error itself. */
        public static final String ERR = "err";
    }

    /**
     * One run of a callback.
     *
     * @param callback the number of the callback object
     * @param done whether its context was done
     * @param err whether its context had an error
     * @param inline whether it ran within the step, on the thread of the step
     */
    public record Ran(
            @JsonProperty(required = true) int callback,
            @JsonProperty(required = true) boolean done,
            @JsonProperty(required = true) boolean err,
            @JsonProperty(required = true) boolean inline) {}

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
