package dev.cascata.conformance.report;

import dev.cascata.conformance.plain.PlainContext;
import dev.cascata.conformance.plain.PlainEnd;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.context.Deadline;
import dev.cascata.context.Environment;
import dev.cascata.context.Scheduler;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kit over a library with a bug of each kind. */
public final class TheirKit extends PlainKit {

    public TheirKit() {
        super("theirs 1.2", Steps::new);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(
                Capability.CANCEL_RESULT,
                Capability.CALLBACKS,
                Capability.DEADLINES,
                Capability.DEPENDENTS,
                Capability.EAGER,
                Capability.THREADS,
                Capability.TIMER_COUNT,
                Capability.VIRTUAL_TIME);
    }

    @Override
    public Map<Rule, String> differs() {
        return Map.of(CallbackRule.CALLBACK_20, "documented in TheirContext.addListener");
    }

    @Override
    public String linking() {
        return "parent.link(child)";
    }

    private static final class Steps extends PlainSteps {
        Steps(Environment environment) {
            super(environment);
        }

        /** Leaves an ended child with its parent. */
        @Override
        protected void unlink(PlainNode node) {}

        /** Leaves the timer of an ended context. */
        @Override
        protected void stopTimer(Scheduler.Timer timer) {}

        /** Runs callbacks under a lock. */
        @Override
        protected synchronized boolean end(PlainNode top, PlainEnd end) {
            return super.end(top, end);
        }

        /** Prints no path. */
        @Override
        protected PlainNode make(PlainContext parent, String name, @Nullable Deadline deadline) {
            return new PlainNode(this, name, parent, deadline) {
                @Override
                public String toString() {
                    return "a context";
                }
            };
        }
    }
}
