package dev.cascata.stress.races;

import static dev.cascata.conformance.rules.Capability.BLOCKING_WAIT;
import static dev.cascata.conformance.rules.Capability.CAUSES;
import static dev.cascata.conformance.rules.Capability.CHILD_COUNT;
import static dev.cascata.conformance.rules.Capability.THREADS;
import static dev.cascata.conformance.rules.Capability.VIRTUAL_TIME;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Ref;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

/**
 * A thread waits for the end of a context until its limit passes, and leaves, while another one derives from that
 * context. Is the child linked, and is nothing left of the wait?
 *
 * <pre>
 * java -jar stress-tests/target/stress.jar -t AwaitLimit
 *
 *          RESULT       SAMPLES      FREQ
 *     limit, 1, a       151,231   100.00%
 *
 * OpenJDK 17.0.15, AMD EPYC, 2 processors
 * </pre>
 */
@JCStressTest
@Ref("WAIT_5")
@Ref("WAIT_3")
@Ref("LINK_5")
@Needs({CAUSES, CHILD_COUNT, BLOCKING_WAIT, VIRTUAL_TIME, THREADS})
@Outcome(id = "limit, 1, a", expect = ACCEPTABLE, desc = "the wait left, and the child ended with its parent")
@Outcome(id = ".*, live", expect = FORBIDDEN, desc = "the child was lost")
@Outcome(id = ".*, 2, .*", expect = FORBIDDEN, desc = "the wait is still held")
@State
public class AwaitLimit extends Tree {
    final Object parent = child(root);
    Object node = root;

    @Actor
    public void waiter(LLL_Result r) {
        r.r1 = await(parent, Duration.ofNanos(TICK)) ? "ended" : "limit";
    }

    @Actor
    public void deriver(LLL_Result r) {
        soon(() -> fire(0));
        node = child(parent);
    }

    @Arbiter
    public void after(LLL_Result r) {
        r.r2 = KIT.held(parent).orElse(0);
        KIT.cancel(parent, A);
        r.r3 = end(node);
    }
}
