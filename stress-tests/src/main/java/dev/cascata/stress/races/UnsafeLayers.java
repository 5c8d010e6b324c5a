package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.DEADLINES;
import static dev.cascata.conformance.rules.Capability.DEADLINE_CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread derives a context with a deadline below a value and hands it over by a plain field. Does the other one
 * see the deadline and the value?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t UnsafeLayers
 *
 *             RESULT       SAMPLES      FREQ
 *     live, 1, bound       166,752    56.02%
 *        nothing yet       130,922    43.98%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("USE_7")
@Ref("DEADLINE_1")
@Ref("VALUE_1")
@Needs({DEADLINES, DEADLINE_CAUSES, VALUES, VIRTUAL_TIME, THREADS})
@Outcome(id = "nothing yet", expect = ACCEPTABLE, desc = "the field was read before it was written")
@Outcome(id = "live, 1, bound", expect = ACCEPTABLE, desc = "the context is whole")
@Outcome(id = ".*Exception", expect = FORBIDDEN, desc = "an operation threw: the context was seen before it was whole")
@State
public class UnsafeLayers extends Tree {
    private static final Object KEY = KIT.newKey("key");

    @Nullable
    Object field;

    @Actor
    public void deriver(L_Result r) {
        field = timed(bound(root, KEY, "bound"), E);
    }

    @Actor
    public void user(L_Result r) {
        Object node = field;
        r.r1 = node == null ? "nothing yet" : read(node);
    }

    private String read(Object node) {
        try {
            boolean whole = deadline(node) == TICK && "bound".equals(KIT.value(node, KEY)) && !KIT.done(node);
            return whole ? "live, 1, bound" : end(node) + ", " + deadline(node) + ", " + KIT.value(node, KEY);
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
