package dev.cascata.conformance.mutants;

import dev.cascata.conformance.ContextKit;
import dev.cascata.context.Context;
import dev.cascata.context.Deadline;
import dev.cascata.context.Environment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plain contexts, each with one step of the merge broken, for tests of the suite. */
public enum BrokenMerge {
    /** Only the first parent is listened to. */
    DEAF_TO_THE_SECOND(e -> new PlainSteps(e) {
        @Override
        protected List<Context> sources(List<? extends Context> parents) {
            return super.sources(parents.subList(0, 1));
        }
    }),
    /** The cause of the parent is lost. */
    CAUSELESS(e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            return super.publish(node, node.others.isEmpty() ? end : endOf(end.err(), null));
        }
    }),
    /** The latest deadline is shown. */
    LATEST_DEADLINE(e -> new PlainSteps(e) {
        @Override
        protected @Nullable Deadline earliest(List<? extends Context> parents) {
            return parents.stream()
                    .map(Context::deadline)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }),
    /** The last parent counts as the first. */
    LAST_FIRST(e -> new PlainSteps(e) {
        @Override
        protected PlainNode merge(List<? extends Context> parents) {
            List<Context> reversed = new ArrayList<>(parents);
            Collections.reverse(reversed);
            return super.merge(reversed);
        }
    }),
    /** The other parents keep what has ended. */
    NOT_PARTED(e -> new PlainSteps(e) {
        @Override
        protected void part(PlainNode merged) {}
    }),
    /** Parents that have ended are passed over. */
    BORN_LIVE(e -> new PlainSteps(e) {
        @Override
        protected List<Context> sources(List<? extends Context> parents) {
            return super.sources(parents).stream()
                    .filter(s -> !s.done().isDone())
                    .toList();
        }
    }),
    /** The second parent ends as well. */
    UPWARDS(e -> new PlainSteps(e) {
        @Override
        protected boolean end(PlainNode top, PlainEnd end) {
            List<PlainNode> parents = List.copyOf(top.others);
            boolean first = super.end(top, end);
            parents.stream().skip(1).forEach(p -> super.end(p, end));
            return first;
        }
    }),
    /** The walk of a parent does not go on below. */
    WALK_STOPS(e -> new PlainSteps(e) {
        @Override
        protected Set<Object> publish(PlainNode node, PlainEnd end) {
            boolean merged = node.others.size() > 1;
            Set<Object> links = super.publish(node, end);
            return merged ? Set.of() : links;
        }
    }),
    /** Each parent holds it twice. */
    HELD_TWICE(e -> new PlainSteps(e) {
        @Override
        protected boolean join(PlainNode parent, PlainNode merged) {
            return super.join(parent, merged) && add(parent, new Object());
        }
    });

    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Environment, PlainSteps> steps;

    BrokenMerge(Function<Environment, PlainSteps> steps) {
        this.steps = steps;
    }

    public ContextKit<?> kit() {
        return new PlainKit("plain, " + name(), steps);
    }
}
