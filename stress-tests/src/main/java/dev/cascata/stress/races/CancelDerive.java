package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * One thread cancels a context while another one derives from it. Is the child done, with the cause of the parent,
 * once both have returned; and at once, if the parent had been seen done before?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t CancelDerive
 *
 *           RESULT       SAMPLES      FREQ
 *     born done, a       157,845    72.73%
 *       derived, a        59,170    27.27%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("CANCEL_10")
@Ref("CANCEL_9")
@Ref("CAUSE_6")
@Needs({CAUSES, THREADS})
@Outcome(id = "derived, a", expect = ACCEPTABLE, desc = "the child ended with its parent")
@Outcome(id = "born done, a", expect = ACCEPTABLE, desc = "the parent had ended before")
@Outcome(id = ".*, live", expect = FORBIDDEN, desc = "the child outlives its parent")
@Outcome(id = "born live, .*", expect = FORBIDDEN, desc = "a child made under a parent that was seen done is live")
@State
public class CancelDerive extends Tree {
    final Object parent = child(root);
    Object node = root;

    @Actor
    public void canceller(LL_Result r) {
        KIT.cancel(parent, A);
    }

    @Actor
    public void deriver(LL_Result r) {
        boolean late = KIT.done(parent);
        node = child(parent);
        r.r1 = !late ? "derived" : KIT.done(node) ? "born done" : "born live";
    }

    @Arbiter
    public void after(LL_Result r) {
        r.r2 = end(node);
    }
}
