package dev.cascata.conformance.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.CancellableContext;
import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.VirtualTime;
import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replaced step of the plain context holds for the whole tree, as mutants expect. */
class PlainContextTest {
    private final VirtualTime time = new VirtualTime();
    private final Queue<Runnable> queue = new ArrayDeque<>();
    private final Environment environment = new Environment(time, time, queue::add);

    /** Children lose the cause of their parent. */
    private static final class Forgetful extends PlainSteps {
        Forgetful(Environment environment) {
            super(environment);
        }

        @Override
        protected PlainEnd inherited(PlainNode node, PlainEnd parent) {
            return new PlainEnd(parent.err(), parent.err());
        }
    }

    @Test
    void replacedStepHoldsBelowEveryLayer() {
        Context root = new PlainKit("forgetful", Forgetful::new).background(environment);
        CancellableContext top = root.withoutCancel().withCancel();
        Context below = top.withCancel().withValue(Key.named("key"), "v").withCancel();

        top.cancel(new Exception("cause"));

        assertThat(top.cause()).hasMessage("cause");
        assertThat(below.cause()).isSameAs(ContextException.cancelled());
        assertThat(top.withCancel().cause()).isSameAs(ContextException.cancelled());
    }

    @ParameterizedTest
    @EnumSource(ForeignShape.class)
    void replacedStepHoldsBelowForeignContexts(ForeignShape shape) {
        PlainKit kit = new PlainKit("forgetful", Forgetful::new);
        Context wrapped = kit.foreign(kit.background(environment).withCancel(), shape);
        Context child = kit.withCancel(wrapped, environment);
        Context below = child.withCancel();

        kit.cancel(child, new Exception("cause"));

        assertThat(child.cause()).hasMessage("cause");
        assertThat(below.cause()).isSameAs(ContextException.cancelled());
    }
}
