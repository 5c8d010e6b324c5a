package dev.cascata.stress.races;

import net.bytebuddy.agent.ByteBuddyAgent;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.jvm.agent.InstrumentationMode;
import org.jetbrains.lincheck.jvm.agent.LincheckInstrumentation;

/**
 * Runs Lincheck with one agent for all explorations. By default, Lincheck transforms every class for each exploration
 * and restores it afterwards, which takes much longer than the exploration. It keeps an agent that was attached at the
 * start of the JVM, so this agent is installed in the same way.
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
