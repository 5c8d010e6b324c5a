package dev.cascata.conformance.trial;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.program.ProgramPrinter;

/** What in a program leads to the end, or to the life, of a context. */
final class EndReason {
    private final Model model;

    EndReason(Model model) {
        this.model = model;
    }

    String of(Node node) {
        if (node.endless()) {
            return node.form == Form.ROOT ? "a root never ends" : "c" + node.core.index + " can never end";
        }
        if (!node.ended()) {
            String deadline = node.deadline == null
                    ? ""
                    : ", and its deadline, tick " + ProgramPrinter.ticks(node.deadline) + ", has not come (it is tick "
                            + model.now() + ")";
            return "nothing has ended " + node.core + " or anything that it is linked below" + deadline;
        }
        String moment = model.moment(node.endedAt());
        boolean atEnd = moment.equals("the end");
        Node origin = origin(node);
        String through = origin == node ? "" : ", and " + node + " lies below it";
        String several = node.core.merged() && node.core.via() == null ? " (and others above it ended with it)" : "";
        String when = (atEnd ? "at " : "in ") + moment;
        return switch (node.how()) {
            case CANCELLED, CANCELLED_ABOVE -> origin + " was cancelled " + when + through;
            case EXPIRED, EXPIRED_ABOVE -> "the deadline of " + origin + " passed " + when + through + several;
            case TIED -> when + " the deadlines of " + node.core + " and of a context above it passed at one tick";
            case BORN_ENDED -> "it was derived " + when + " below " + origin + ", which had ended";
            case BORN_PAST -> "it was derived " + when + " with a deadline that had passed";
        };
    }

    private static Node origin(Node node) {
        Node origin = node.origin();
        return origin == null ? node.core : origin;
    }
}
