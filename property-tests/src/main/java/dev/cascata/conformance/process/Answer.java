package dev.cascata.conformance.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line from an adapter: everything observable after one step.
 *
 * @param id the number of the line that is answered
 * @param answer what cancel or stop answered
 * @param atOnce those of the contexts looked at that were done when the step returned
 * @param done those of the contexts looked at that are done once all has settled
 * @param contexts one for each of the contexts read, in their order
 * @param ran the callbacks that ran since the last answer
 * @param timers how many timers wait
 * @param threw what the step threw, in words; the rest of the program is not looked at then
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
     * What was read of one context; null for what is not there and for what the library cannot tell.
     *
     * @param err the name of the error, the same for the same object; "cancelled" and "deadline exceeded" are the kinds
     * @param cause the label of the cause, "err" if it is the error itself
     * @param deadline in ticks
     * @param values one for each key
     * @param sameDone whether the object for the end is the one first seen of this context
     * @param dependents how many live children and callbacks it holds
     * @param attached how many callbacks and watchers hang on a foreign context
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
    public record Ran(int callback, boolean done, boolean err, boolean inline) {}

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
