package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * One thread cancels a context while another one reads its err, whether it is done, and its err again. Is it done
 * whenever it has an err, and has it an err whenever it is done?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t ErrDone
 *
 *                   RESULT       SAMPLES      FREQ
 *           err, done, err       118,707    63.57%
 *        no err, done, err            27     0.01%
 *        no err, live, err             3      rare
 *     no err, live, no err        67,984    36.41%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_1")
@Ref("ERR_2")
@Needs({THREADS})
@Outcome(id = "no err, live, no err", expect = ACCEPTABLE, desc = "all reads came before the end")
@Outcome(id = "no err, live, err", expect = ACCEPTABLE, desc = "the end came before the last read")
@Outcome(id = "no err, done, err", expect = ACCEPTABLE, desc = "the end came before the second read")
@Outcome(id = "err, done, err", expect = ACCEPTABLE, desc = "the end came before all reads")
@Outcome(id = "err, live, .*", expect = FORBIDDEN, desc = "a context with an err is not done")
@Outcome(id = ".*, done, no err", expect = FORBIDDEN, desc = "a context that is done has no err")
@State
public class ErrDone extends Tree {
    final Object node = child(root);

    @Actor
    public void canceller(LLL_Result r) {
        KIT.cancel(node);
    }

    @Actor
    public void reader(LLL_Result r) {
        r.r1 = err();
        r.r2 = KIT.done(node) ? "done" : "live";
        r.r3 = err();
    }

    private String err() {
        return KIT.err(node) == null ? "no err" : "err";
    }
}
