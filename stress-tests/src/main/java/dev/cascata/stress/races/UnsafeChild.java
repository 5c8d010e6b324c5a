package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
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
 * One thread derives a context and hands it over by a plain field. Can the other one read it, derive from it and
 * cancel it as any other?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t UnsafeChild
 *
 *          RESULT       SAMPLES      FREQ
 *         live, a       113,080    61.01%
 *     nothing yet        72,279    38.99%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("USE_7")
@Ref("CANCEL_1")
@Needs({CAUSES, THREADS})
@Outcome(id = "nothing yet", expect = ACCEPTABLE, desc = "the field was read before it was written")
@Outcome(id = "live, a", expect = ACCEPTABLE, desc = "the context is whole")
@Outcome(id = ".*Exception", expect = FORBIDDEN, desc = "an operation threw: the context was seen before it was whole")
@State
public class UnsafeChild extends Tree {
    @Nullable
    Object field;

    @Actor
    public void deriver(L_Result r) {
        field = child(root);
    }

    @Actor
    public void user(L_Result r) {
        Object node = field;
        r.r1 = node == null ? "nothing yet" : used(node);
    }

    private String used(Object node) {
        try {
            Object below = child(node);
            String before = end(node, below);
            KIT.cancel(node, A);
            return "live".equals(before) && "a".equals(end(node, below)) ? "live, a" : before + ", " + end(node, below);
        } catch (RuntimeException e) {
            return e.getClass().getSimpleName();
        }
    }
}
