package dev.cascata.stress.races;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Lincheck, whose agent stays from the first exploration on. Left to itself, Lincheck changes every class for each
 * exploration and changes it back afterwards, which takes far longer than to explore; an agent that was there when the
 * JVM started it leaves alone, and so this one pretends.
 */
final class Explorer {
    static {
        LincheckInstrumentation agent = LincheckInstrumentation.INSTANCE;
        agent.attachJavaAgentStatically(ByteBuddyAgent.install());
        agent.install(InstrumentationMode.MODEL_CHECKING);
    }

    private Explorer() {}

    static void explore(int invocations, Runnable block) {
        Lincheck.runConcurrentTest(invocations, block);
    }
}
