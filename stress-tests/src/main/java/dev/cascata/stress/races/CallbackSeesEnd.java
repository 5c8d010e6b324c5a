package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context with children; another one registers a callback on it. Has the context ended when the
 * callback runs, whichever thread runs it?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CallbackSeesEnd
 *
 *     RESULT       SAMPLES       FREQ
 *       done     1,964,051    100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CALLBACK_16")
@Ref("CALLBACK_19")
@Needs({CALLBACKS, THREADS})
@Outcome(id = "done", expect = ACCEPTABLE, desc = "the callback ran after the end")
@Outcome(id = "live", expect = FORBIDDEN, desc = "the callback ran before the context was done")
@State
public class CallbackSeesEnd extends Tree {
    final Object node = child(root);
    final Object[] below = children(node, 6);
    volatile String seen = "never ran";

    @Actor
    public void canceller() {
        KIT.cancel(node);
    }

    @Actor
    public void registrar() {
        listen(node, () -> seen = KIT.done(node) ? "done" : "live");
    }

    @Arbiter
    public void after(L_Result r) {
        settle();
        r.r1 = seen;
    }
}
