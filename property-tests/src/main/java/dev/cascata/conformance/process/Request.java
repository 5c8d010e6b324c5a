package dev.cascata.conformance.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line to an adapter: a step, and what to read after it. A field that the step does not use is null, and left out of
 * the line.
 *
 * @param id the number of the line, from 1 on
 * @param step the name of the step
 * @param context the context to use, or the parent to derive from
 * @param parents the parents of a merged context
 * @param ticks a deadline, a timeout or an advance
 * @param cause the label of a cause; "null" for a cause that is given and is null
 * @param key the number of a key
 * @param value the value to bind; null for the value that is null
 * @param shape how a foreign context shows its end
 * @param count how many contexts to derive
 * @param registration the number of a registration, to make or to stop
 * @param callback the number of the callback object to register
 * @param look the contexts whose done to read, when the step has returned and again once everything has settled
 * @param read the contexts to read completely once everything has settled
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "step"})
public record Request(
        long id,
        String step,
        @Nullable Integer context,
        @Nullable List<Integer> parents,
        @Nullable Long ticks,
        @Nullable String cause,
        @Nullable Integer key,
        @Nullable String value,
        @Nullable String shape,
        @Nullable Integer count,
        @Nullable Integer registration,
        @Nullable Integer callback,
        List<Integer> look,
        List<Integer> read) {

    /** The step that begins a program: a new root, context 0, in time of its own, and nothing else. */
    public static final String BEGIN = "begin";

    /** The step that ends a program: it does nothing, and everything is read once more. */
    public static final String END = "end";

    /** Returns the line in words, for messages. */
    public String inWords() {
        return "line " + id + ", step \"" + step + "\"";
    }

    /** Returns the same line with another number. */
    public Request numbered(long number) {
        return new Request(
                number,
                step,
                context,
                parents,
                ticks,
                cause,
                key,
                value,
                shape,
                count,
                registration,
                callback,
                look,
                read);
    }
}
