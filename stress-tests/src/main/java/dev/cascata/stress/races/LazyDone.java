package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.DONE_OBJECT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/**
 * One thread cancels a context that nobody has asked for its done, while another one asks for it. Is there one done
 * for everybody, and has it fired?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t LazyDone
 *
 *       RESULT       SAMPLES      FREQ
 *     one done       287,848   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("ERR_8")
@Needs({DONE_OBJECT, THREADS})
@Outcome(id = "one done", expect = ACCEPTABLE, desc = "both threads and whoever comes later have the same object")
@State
public class LazyDone extends Tree {
    final Object node = child(root);
    Object read = root;
    Object cancelled = root;

    @Actor
    public void canceller(L_Result r) {
        KIT.cancel(node);
        cancelled = KIT.doneObject(node);
    }

    @Actor
    public void reader(L_Result r) {
        read = KIT.doneObject(node);
    }

    @Arbiter
    public void after(L_Result r) {
        Object late = KIT.doneObject(node);
        r.r1 = read == late && cancelled == late ? KIT.done(node) ? "one done" : "not fired" : "several";
    }
}
