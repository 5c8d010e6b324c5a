package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

/** How the tests of a class ended, by their display names. */
public record JUnitRun(Map<String, TestExecutionResult> results) {
    static final String UNJUDGED = "the kit can be judged";

    public static JUnitRun of(Class<?> test) {
        Map<String, TestExecutionResult> results = new HashMap<>();
        EngineTestKit.engine("junit-jupiter").selectors(selectClass(test)).execute().testEvents().finished().stream()
                .forEach(event -> results.put(
                        event.getTestDescriptor().getDisplayName(),
                        event.getRequiredPayload(TestExecutionResult.class)));
        return new JUnitRun(results);
    }

    Set<String> names() {
        return results.keySet();
    }

    public void passed(String name) {
        ended(name, TestExecutionResult.Status.SUCCESSFUL);
    }

    /** Returns the message. */
    public String failed(String name, String text) {
        return objected(ended(name, TestExecutionResult.Status.FAILED), text);
    }

    void skipped(String name, String text) {
        objected(ended(name, TestExecutionResult.Status.ABORTED), text);
    }

    private static String objected(TestExecutionResult result, String text) {
        String message = String.valueOf(result.getThrowable().orElseThrow().getMessage());
        assertThat(message).contains(text);
        return message;
    }

    /** Returns the result of the one test whose name begins with this. */
    private TestExecutionResult ended(String beginning, TestExecutionResult.Status status) {
        List<String> names =
                names().stream().filter(name -> name.startsWith(beginning)).toList();
        assertThat(names).as("%s among %s", beginning, names()).hasSize(1);
        TestExecutionResult result = Objects.requireNonNull(results.get(names.get(0)));
        assertThat(result.getStatus()).as("%s", result).isEqualTo(status);
        return result;
    }
}
