package dev.cascata.conformance.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cascata.conformance.rules.Capability;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first line in either direction. */
final class Hello {
    /** The version of the protocol. It changes when an adapter that works would have to be changed. */
    static final int PROTOCOL = 1;

    private Hello() {}

    /** What the suite says first. */
    record Question(String step, int protocol) {
        static Question now() {
            return new Question("hello", PROTOCOL);
        }
    }

    /**
     * How an adapter introduces itself.
     *
     * @param protocol the version that it speaks
     * @param name of the library, with its version
     * @param language with its version
     * @param capabilities what the library offers
     * @param deepest how many contexts below one another it can be given in one step; any number if left out
     * @param differs the rules that it breaks as documented: for each, the place in its documentation
     * @param linking the adapter's own expression that links a child to its parent, if the library does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Introduction(
            int protocol,
            @Nullable String name,
            @Nullable String language,
            @Nullable Set<Capability> capabilities,
            @Nullable Integer deepest,
            @Nullable Map<String, String> differs,
            @Nullable String linking) {}
}
