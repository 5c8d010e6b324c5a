package dev.cascata.conformance.process;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cascata.conformance.rules.Capability;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The first line in either direction. */
final class Hello {
    /** The version of the protocol. It is raised when an adapter that works would have to be changed. */
    static final int PROTOCOL = 1;

    private Hello() {}

    /** The first line of the suite. */
    record Question(String step, int protocol) {
        static Question now() {
            return new Question("hello", PROTOCOL);
        }
    }

    /**
     * The reply of an adapter: how it introduces itself.
     *
     * @param protocol the version that it speaks
     * @param name the library, with its version
     * @param language the language, with its version
     * @param capabilities what the library documents
     * @param deepest how deep a chain one step may make; without a limit if left out
     * @param differs the rules that it breaks as documented: for each, the place in its documentation
     * @param linking the expression of the adapter that links a child to its parent; left out if the library links them
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Introduction(
            int protocol,
            @Nullable String name,
            @Nullable String language,
            @Nullable List<Capability> capabilities,
            @Nullable Integer deepest,
            @Nullable Map<String, String> differs,
            @Nullable String linking) {}
}
