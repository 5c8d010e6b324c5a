package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context with children, while another one derives from it and reads the child, and then the
 * parent. Is the parent done if the child is?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ReaderSeesChild
 *
 *         RESULT       SAMPLES      FREQ
 *      both done       739,537    26.77%
 *     child live     2,023,234    73.23%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_15")
@Needs({THREADS})
@Outcome(id = "child live", expect = ACCEPTABLE, desc = "the child was read before the end")
@Outcome(id = "both done", expect = ACCEPTABLE, desc = "the child ended with its parent, or was born done")
@Outcome(id = "parent live", expect = FORBIDDEN, desc = "the child is done before what ends it is")
@State
public class ReaderSeesChild extends Tree {
    final Object parent = child(root);
    final Object[] others = children(parent, 6);

    @Actor
    public void canceller() {
        KIT.cancel(parent);
    }

    @Actor
    public void reader(L_Result r) {
        Object node = child(parent);
        r.r1 = !KIT.done(node) ? "child live" : KIT.done(parent) ? "both done" : "parent live";
    }
}
