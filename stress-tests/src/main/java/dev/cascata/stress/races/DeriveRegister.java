package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CALLBACKS;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread derives from a context while another one registers a callback on it, and it is cancelled after that.
 * Were both linked?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t DeriveRegister
 *
 *          RESULT       SAMPLES      FREQ
 *     a, ran once       341,102   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_3")
@Ref("CALLBACK_2")
@Needs({CAUSES, CALLBACKS, THREADS})
@Outcome(id = "a, ran once", expect = ACCEPTABLE, desc = "the child ended, and the callback ran")
@Outcome(id = "live, .*", expect = FORBIDDEN, desc = "the child was lost")
@Outcome(id = ".*, never ran", expect = FORBIDDEN, desc = "the callback was lost")
@State
public class DeriveRegister extends Tree {
    final Object parent = child(root);
    final AtomicInteger runs = new AtomicInteger();
    Object node = root;

    @Actor
    public void deriver(LL_Result r) {
        node = child(parent);
    }

    @Actor
    public void registrar(LL_Result r) {
        count(parent, runs);
    }

    @Arbiter
    public void after(LL_Result r) {
        KIT.cancel(parent, A);
        settle();
        r.r1 = end(node);
        r.r2 = ran(runs);
    }
}
