package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CauseRule.CAUSE_1;
import static dev.cascata.conformance.rules.DetachRule.DETACH_1;
import static dev.cascata.conformance.rules.ErrRule.*;
import static dev.cascata.conformance.rules.ForeignRule.FOREIGN_14;
import static dev.cascata.conformance.rules.RootRule.ROOT_2;
import static dev.cascata.conformance.rules.UseRule.USE_1;
import static dev.cascata.conformance.rules.ValueRule.VALUE_8;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.model.End;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Node.Form;
import dev.cascata.conformance.model.Node.How;
import dev.cascata.conformance.program.ProgramPrinter;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares done, err, kind, cause and deadline of every context with the model. */
final class EndChecker {
    /** Nobody waits for a deadline so many years away, whatever the library rounds the farthest one to. */
    private static final long YEARS = 10L * 365 * 24 * 3600 * 1000 * Step.TICK;

    /** What a failed comparison that is no news makes of the rest of the program: no sense. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1;

        Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Map<Integer, Object> errs = new HashMap<>();
    private final Map<Integer, Object> doneObjects = new HashMap<>();
    private final Set<Integer> deadlinesSeen = new HashSet<>();
    private final Set<Integer> endsSeen = new HashSet<>();
    private final Set<End> doubtful = Collections.newSetFromMap(new IdentityHashMap<>());
    private Justification grounds;
    private boolean over;

    EndChecker(Model model, Subject subject, RuleCounts ledger) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
        this.grounds = new Justification(model, new Step.Advance(0));
    }

    void after(Step step) {
        grounds = new Justification(model, step);
    }

    /** From now on everything has ended. */
    void over() {
        over = true;
    }

    /** What has to be so when the step returns, before anything else runs. */
    void checkAtOnce() {
        for (Node node : model.nodes()) {
            boolean direct = !node.ended() || node.core.endedAt < model.step() || !node.endedThroughWrapper();
            if (node.form != Form.FOREIGN && direct && !node.sparse) {
                checkDone(node);
            }
        }
    }

    void check() {
        List<Node> nodes = model.nodes();
        nodes.stream().filter(n -> over || !n.sparse).forEach(this::checkDone);
        List<Node> read = nodes.stream().filter(n -> !n.inner).collect(Collectors.toList());
        read.stream().filter(n -> n.form != Form.FOREIGN).forEach(this::checkErr);
        if (ledger.declares(Capability.KINDS)) {
            read.stream().filter(n -> n.form != Form.FOREIGN).forEach(this::checkKind);
        }
        if (ledger.declares(Capability.CAUSES)) {
            read.forEach(this::checkCause);
        }
        if (ledger.declares(Capability.DEADLINES)) {
            read.stream().filter(n -> n.form != Form.FOREIGN).forEach(this::checkDeadline);
        }
        if (ledger.declares(Capability.DONE_OBJECT)) {
            read.stream().filter(n -> n.shown().form != Form.FOREIGN).forEach(this::checkDoneObject);
        }
        read.stream().filter(Node::ended).forEach(n -> endsSeen.add(n.index));
        read.forEach(this::checkAgain);
    }

    private boolean seen(Node node) {
        return endsSeen.contains(node.index);
    }

    private void checkDone(Node node) {
        boolean expected = node.ended();
        boolean actual = subject.done(node.index);
        if (expected == actual && node.inner) {
            return;
        }
        List<Rule> rules = expected ? grounds.done(node, seen(node)) : grounds.live(node);
        if (!ledger.check(expected == actual, rules, () -> finding("done", node, word(expected), word(actual)))) {
            throw new Abandoned();
        }
    }

    private static String word(boolean done) {
        return done ? "done" : "live";
    }

    private Finding finding(String read, Node node, String expected, String actual) {
        return new Finding(read + " of " + node, expected, grounds.why(node), actual);
    }

    private void checkErr(Node node) {
        Object err = subject.err(node.index);
        boolean ended = node.ended();
        if (!ended) {
            List<Rule> rules =
                    node.form == Form.ROOT ? List.of(ROOT_2) : node.endless() ? List.of(DETACH_1) : List.of(ERR_1);
            ledger.check(err == null, rules, () -> finding("err", node, "null", "" + err));
            return;
        }
        boolean there = ledger.check(
                err != null,
                node.form == Form.VALUE ? List.of(ERR_2, VALUE_8) : List.of(ERR_2),
                () -> finding("err", node, "an error", "null"));
        if (there && err != null) {
            sameErr(node, err);
        }
    }

    private void sameErr(Node node, Object err) {
        Object before = errs.putIfAbsent(node.index, err);
        Object again = before == null ? subject.err(node.index) : err;
        Object first = before == null ? err : before;
        ledger.check(
                first == again,
                List.of(ERR_3),
                () -> finding("err", node, "the object read before", "another object: " + again));
        Node.Link via = node.cancellable() && followed(node) ? node.via() : null;
        if (via != null && via.holder().form == Form.FOREIGN) {
            Node holder = via.holder();
            Object above = subject.err(holder.index);
            ledger.check(
                    err == above,
                    List.of(FOREIGN_14),
                    () -> finding("err", node, "the err of " + holder + ": " + above, "" + err));
        }
    }

    private static boolean followed(Node node) {
        return node.how() == How.CANCELLED_ABOVE || node.how() == How.EXPIRED_ABOVE || node.how() == How.BORN_ENDED;
    }

    private void checkKind(Node node) {
        if (!node.ended() || node.allowed().stream().anyMatch(doubtful::contains)) {
            return;
        }
        EndKind expected = node.allowed().iterator().next().kind;
        EndKind actual = subject.kind(node.index);
        if (!ledger.check(
                actual != null, List.of(ERR_4), () -> finding("kind", node, "one of the two", "neither of them"))) {
            return;
        }
        boolean known = ledger.check(
                actual == expected,
                grounds.kind(node, seen(node)),
                () -> finding("kind", node, expected.toString(), "" + actual));
        if (!known) {
            doubtful.addAll(node.allowed());
        }
    }

    private void checkCause(Node node) {
        Object actual = subject.cause(node.index);
        if (!node.ended()) {
            List<Rule> rules =
                    node.form == Form.ROOT ? List.of(ROOT_2) : node.endless() ? List.of(DETACH_1) : List.of(CAUSE_1);
            ledger.check(actual == null, rules, () -> finding("cause", node, "null", show(actual)));
        } else if (node.allowed().stream().noneMatch(doubtful::contains)) {
            checkCause(node, actual);
        }
    }

    private void checkCause(Node node, @Nullable Object actual) {
        if (ledger.declares(Capability.DEFAULT_CAUSE)) {
            boolean there = ledger.check(
                    actual != null,
                    List.of(CAUSE_1),
                    () -> finding("cause", node, "a cause, since there is an err", "null"));
            if (!there) {
                return;
            }
        }
        Set<End> possible = node.allowed();
        Set<End> matching =
                possible.stream().filter(e -> matches(node, e, actual)).collect(Collectors.toSet());
        String label = possible.iterator().next().cause;
        boolean known = ledger.check(
                !matching.isEmpty(),
                new CauseJustification(grounds).of(node, seen(node), label),
                () -> finding("cause", node, show(possible), show(actual)));
        if (known) {
            node.saw(matching);
        } else {
            doubtful.addAll(possible);
        }
    }

    private boolean matches(Node node, End end, @Nullable Object actual) {
        String label = subject.label(actual);
        if (end.cause != null || label != null) {
            return end.cause != null && end.cause.equals(label);
        }
        return !ledger.declares(Capability.DEFAULT_CAUSE) || actual == subject.err(node.index);
    }

    private String show(@Nullable Object cause) {
        String label = subject.label(cause);
        return label != null ? "cause " + label : "" + cause;
    }

    private static String show(Set<End> possible) {
        return possible.stream()
                .map(e -> e.cause == null ? "the err itself" : "cause " + e.cause)
                .distinct()
                .collect(Collectors.joining(", or "));
    }

    private void checkDeadline(Node node) {
        OptionalLong actual = subject.deadline(node.index);
        Long expected = node.deadline;
        ledger.check(
                reads(expected, actual),
                grounds.deadline(node, !deadlinesSeen.add(node.index)),
                () -> new Finding("deadline of " + node, showTicks(expected), whyDeadline(node), showNanos(actual)));
    }

    private boolean reads(@Nullable Long expected, OptionalLong actual) {
        if (expected == null || actual.isEmpty()) {
            return expected == null && actual.isEmpty();
        }
        long nanos = actual.getAsLong();
        if (expected == Step.HUGE || expected == -Step.HUGE) {
            return expected > 0 ? nanos > YEARS : nanos < -YEARS;
        }
        return nanos == expected * Step.TICK;
    }

    private static String showTicks(@Nullable Long ticks) {
        return ticks == null ? "none" : "tick " + ProgramPrinter.ticks(ticks);
    }

    private static String showNanos(OptionalLong nanos) {
        if (nanos.isEmpty()) {
            return "none";
        }
        long value = nanos.getAsLong();
        return value % Step.TICK == 0 ? "tick " + value / Step.TICK : value + " ns";
    }

    private static String whyDeadline(Node node) {
        if (node.merged()) {
            return "it shows the earliest of those of " + names(node.parents);
        }
        if (node.dropped) {
            return "it was given a later one, and that of a context above it is earlier";
        }
        return node.timer != null
                ? "it was given this one, and none above it is earlier"
                : "it shows that of the context above it";
    }

    private static String names(List<Node> nodes) {
        return nodes.stream().map(Node::toString).collect(Collectors.joining(" and "));
    }

    private void checkDoneObject(Node node) {
        Object now = subject.doneObject(node.index);
        Object before = doneObjects.putIfAbsent(node.index, now);
        ledger.check(
                before == null || before == now,
                List.of(ERR_8),
                () -> finding("done", node, "the object read before", "another object"));
    }

    /** After all that was read, everything reads as before. */
    private void checkAgain(Node node) {
        boolean actual = subject.done(node.index);
        ledger.check(
                actual == node.ended(),
                List.of(USE_1),
                () -> finding("done", node, word(node.ended()) + ", as before the other reads", word(actual)));
    }
}
