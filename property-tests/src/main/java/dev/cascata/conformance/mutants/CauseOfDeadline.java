package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Deadline;
import dev.cascata.context.Environment;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Steps that remember the cause given with each deadline. Mutants use it wrongly. */
class CauseOfDeadline extends PlainSteps {
    final Map<PlainContext, Throwable> causes = new HashMap<>();

    CauseOfDeadline(Environment environment) {
        super(environment);
    }

    @Override
    protected void endAtDeadline(PlainNode node, Deadline deadline, @Nullable Throwable cause) {
        if (cause != null) {
            causes.put(node, cause);
        }
        super.endAtDeadline(node, deadline, cause);
    }
}
