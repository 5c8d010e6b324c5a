package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CauseRule.CAUSE_10;
import static dev.cascata.conformance.rules.DetachRule.DETACH_4;

import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Link;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.rules.ForeignRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words which event of a program ended a context, and with which cause. */
final class EndReason {
    private final Model model;

    EndReason(Model model) {
        this.model = model;
    }

    /** Says why the context is done; {@code rule} is the broken one. */
    String of(Node node, Rule rule) {
        return event(node) + emphasis(node.core, rule) + shown(node);
    }

    private String event(Node node) {
        Node core = node.core;
        Node origin = origin(core);
        return switch (node.endEvent()) {
            case CANCELLED, EXPIRED -> own(core);
            case CANCELLED_ABOVE, EXPIRED_ABOVE -> own(origin) + ", and " + core + " is below it" + several(core);
            case TIED -> tie(core);
            case BORN_DONE ->
                core + " was derived " + in(core) + " below " + origin + ", which was done: " + own(origin);
            case BORN_PAST -> own(core);
        };
    }

    private static Node origin(Node core) {
        Node origin = core.origin();
        return origin == null ? core : origin;
    }

    /** Says which event of its own ended a context. */
    private String own(Node origin) {
        return switch (origin.endEvent()) {
            case CANCELLED -> origin + " was cancelled " + in(origin);
            case BORN_PAST -> origin + " was derived " + in(origin) + " with a deadline that had passed";
            default -> "the deadline of " + origin + " passed " + in(origin);
        };
    }

    private String in(Node ended) {
        return model.at(ended.endedAt());
    }

    private String tie(Node core) {
        return in(core) + " the deadlines of " + core + " and of a context above it passed at one tick";
    }

    private static String several(Node core) {
        return core.merged() && core.via() == null ? " (others above it ended in the same step)" : "";
    }

    private static String emphasis(Node core, Rule rule) {
        if (rule instanceof ScaleRule) {
            return ", at any depth";
        }
        Node foreign = rule instanceof ForeignRule ? foreignAbove(core) : null;
        return foreign == null ? "" : ", linked through the foreign context " + foreign;
    }

    /** Returns the nearest foreign context through which the end came. */
    private static @Nullable Node foreignAbove(Node core) {
        for (Link via = core.via(); via != null; via = via.holder().core.via()) {
            if (via.holder().form == Form.FOREIGN) {
                return via.holder();
            } else if (via.parent().form == Form.FOREIGN) {
                return via.parent();
            }
        }
        return null;
    }

    /** Says that a context shows the end of another one, if it has none of its own. */
    private static String shown(Node node) {
        return node == node.core ? "" : ", and " + node + " shows the end of " + node.core;
    }

    /**
     * Says why the context has its cause; {@code rule} is the broken one.
     *
     * @param fallback the cause of an end for which none was given, in words
     */
    String ofCause(Node node, Rule rule, String fallback) {
        Node decisive = decisive(node.core);
        String same = decisive == node.core ? "" : ", and " + node.core + " has the cause of " + decisive;
        String born =
                node.endEvent() == EndEvent.BORN_DONE ? ", which was done when " + node.core + " was derived" : "";
        return cause(decisive, fallback) + same + born + beyond(node, rule) + shown(node);
    }

    /** Returns the nearest context, this one or above it, whose own event or several parents decided the cause. */
    private static Node decisive(Node core) {
        Node at = core;
        for (Link via = at.via(); via != null && at.endEvent() != EndEvent.TIED; via = at.via()) {
            at = via.holder().core;
        }
        return at;
    }

    private String cause(Node decisive, String fallback) {
        if (decisive.endEvent() == EndEvent.TIED) {
            return tie(decisive) + choice(decisive, fallback);
        } else if (decisive.ownEnd() == null) {
            return "several parents of " + decisive + " ended " + in(decisive) + choice(decisive, fallback);
        }
        return own(decisive) + given(decisive, fallback);
    }

    /** Says which of several causes are left, given what was read so far. */
    private static String choice(Node node, String fallback) {
        return "; of their causes, the reads so far leave " + causes(node, fallback);
    }

    /** Says which causes the context may have. */
    static String causes(Node node, String fallback) {
        return node.allowed().stream()
                .map(end -> end.cause == null ? fallback : "cause " + end.cause)
                .distinct()
                .collect(Collectors.joining(", or "));
    }

    private static String given(Node origin, String fallback) {
        String cause = origin.allowed().iterator().next().cause;
        boolean cancelled = origin.endEvent() == EndEvent.CANCELLED;
        if (cause != null) {
            return cancelled ? " with cause " + cause : "; cause " + cause + " was given with that deadline";
        } else if (origin.nullCause) {
            return " with a null cause, which leaves " + fallback;
        }
        return (cancelled ? " without a cause" : "; no cause was given with that deadline") + ", which leaves "
                + fallback;
    }

    private static String beyond(Node node, Rule rule) {
        if (rule == CAUSE_10) {
            return "; by then the deadline of " + node.core + " itself had not passed";
        }
        return rule == DETACH_4 ? ", and no cause comes from above a detached context" : "";
    }

    /** Says that later events changed nothing, if the context was done before the step. */
    static String kept(boolean before, String what) {
        return before ? "; that was before this step, and a done context " + what : "";
    }
}
