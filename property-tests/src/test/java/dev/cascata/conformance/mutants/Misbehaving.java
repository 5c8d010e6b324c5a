package dev.cascata.conformance.mutants;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain contexts that hang, overflow the stack or leak threads, which the suite itself has to survive. */
public enum Misbehaving {
    /** A cancel of a context with more than one dependent never returns. */
    DEADLOCKS_IN_CANCEL(e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            if (dependents(top) > 1) {
                waitForEver();
            }
            return super.end(top, end);
        }
    }),
    /** A cancel calls itself for each child, and overflows a small stack at a depth of a few thousand. */
    OVERFLOWS_WHEN_DEEP(e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            for (Object link : top.links.toArray()) {
                if (link instanceof PlainNode child && child.end == null) {
                    end(child, end);
                }
            }
            return super.end(top, end);
        }
    }),
    /** Each context has a thread that never ends. */
    LEAKS_A_THREAD(e -> new PlainSteps(e) {
        @Override
        protected void endWithParent(PlainNode node, @Nullable Context parent) {
            Thread thread = new Thread(Misbehaving::waitForEver, "leaked");
            thread.setDaemon(true);
            thread.start();
            super.endWithParent(node, parent);
        }
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Environment, PlainSteps> steps;

    Misbehaving(Function<Environment, PlainSteps> steps) {
        this.steps = steps;
    }

    public ContextKit<?> kit() {
        return new PlainKit("plain, " + name(), steps);
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException given) {
            throw new IllegalStateException("given up", given);
        }
    }
}
