package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VALUES;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread cancels a context while another one binds a value on it and derives from that layer. Do the layer and
 * the child end with the context, and is the value there?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelBind
 *
 *          RESULT       SAMPLES      FREQ
 *     a, a, bound       267,880   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_10")
@Ref("VALUE_1")
@Ref("VALUE_8")
@Needs({CAUSES, VALUES, THREADS})
@Outcome(id = "a, a, bound", expect = ACCEPTABLE, desc = "both ended with the parent, and show the value")
@Outcome(id = ".*live.*", expect = FORBIDDEN, desc = "the layer or its child outlives the parent")
@State
public class CancelBind extends Tree {
    private static final Object KEY = KIT.newKey("key");

    final Object parent = child(root);
    Object layer = root;
    Object node = root;

    @Actor
    public void canceller(LLL_Result r) {
        KIT.cancel(parent, A);
    }

    @Actor
    public void binder(LLL_Result r) {
        layer = bound(parent, KEY, "bound");
        node = child(layer);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r1 = end(layer);
        r.r2 = end(node);
        r.r3 = KIT.value(node, KEY);
    }
}
