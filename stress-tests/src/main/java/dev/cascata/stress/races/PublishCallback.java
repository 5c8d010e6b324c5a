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
 * One thread writes a plain field and cancels a context while another one registers a callback on it. Does the
 * callback see what was written, whichever thread runs it?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t PublishCallback
 *
 *      RESULT       SAMPLES      FREQ
 *     written       139,059   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_7")
@Ref("CALLBACK_19")
@Needs({CALLBACKS, THREADS})
@Outcome(id = "written", expect = ACCEPTABLE, desc = "the callback saw the field")
@Outcome(id = "unwritten", expect = FORBIDDEN, desc = "the callback ran, and what came before the end was not visible")
@Outcome(id = "never ran", expect = FORBIDDEN, desc = "the end of the context went by unheard")
@State
public class PublishCallback extends Tree {
    final Object node = child(root);
    int field;
    String seen = "never ran";

    @Actor
    public void writer(L_Result r) {
        field = 1;
        KIT.cancel(node);
    }

    @Actor
    public void registrar(L_Result r) {
        listen(node, () -> seen = field == 1 ? "written" : "unwritten");
    }

    @Arbiter
    public void after(L_Result r) {
        settle();
        r.r1 = seen;
    }
}
