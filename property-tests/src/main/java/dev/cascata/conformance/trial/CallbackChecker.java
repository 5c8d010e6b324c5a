package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_16;
import static dev.cascata.conformance.rules.UseRule.USE_1;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Registered;
import dev.cascata.conformance.model.Registered.State;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import dev.cascata.conformance.trial.Subject.Ran;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the answers of cancel and stop, and the log of callbacks, with the model. */
final class CallbackChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts ledger;
    private final Set<Integer> doubtful = new HashSet<>();
    private int read;

    CallbackChecker(Model model, Subject subject, RuleCounts ledger) {
        this.model = model;
        this.subject = subject;
        this.ledger = ledger;
    }

    /** The answer of the step itself. */
    void checkAnswer(Step step) {
        if (step instanceof Step.Cancel cancel && ledger.declares(Capability.CANCEL_RESULT)) {
            answer("cancel c" + cancel.context(), List.of(CANCEL_16), cancelReason(cancel));
        } else if (step instanceof Step.StopCallback stop && ledger.declares(Capability.STOP_RESULT)) {
            Registered callback = model.callbacks().get(stop.callback());
            answer("stop f" + stop.callback(), stopGrounds(callback), stopReason(callback));
        }
    }

    private void answer(String operation, List<Rule> rules, String why) {
        boolean expected = model.answer();
        boolean actual = subject.answer();
        ledger.check(
                expected == actual,
                rules,
                () -> new Finding("answer of " + operation, "" + expected, why, "" + actual));
    }

    private String cancelReason(Step.Cancel cancel) {
        Node node = model.nodes().get(cancel.context());
        return model.answer() ? "this call ended " + node : node + " had ended in " + model.moment(node.endedAt());
    }

    private List<Rule> stopGrounds(Registered callback) {
        if (callback.context.endless()) {
            return List.of(CALLBACK_14);
        } else if (model.answer()) {
            return List.of(CALLBACK_6);
        }
        return callback.state == State.RAN ? List.of(CALLBACK_7) : List.of(CALLBACK_8);
    }

    private String stopReason(Registered callback) {
        if (model.answer()) {
            return "the callback had not run and this is the first stop";
        }
        return callback.state == State.RAN ? "the callback had been set off" : "the callback had been stopped before";
    }

    /** Whether every callback has run that another thread may have to set off. */
    boolean settled() {
        List<Ran> log = subject.log();
        return model.callbacks().stream()
                .filter(c -> c.endsElsewhere() && !doubtful.contains(c.object))
                .allMatch(c -> count(log, c.object) >= expected(c.object));
    }

    void check() {
        List<Ran> log = subject.log();
        for (Ran ran : log.subList(read, log.size())) {
            checkInside(ran);
        }
        if (ledger.declares(Capability.CALLBACK_ORDER)) {
            checkOrder(log.subList(read, log.size()));
        }
        read = log.size();
        objects().stream().filter(o -> !doubtful.contains(o)).forEach(o -> checkRuns(log, o));
    }

    private void checkInside(Ran ran) {
        ledger.check(
                ran.done() && ran.err(),
                List.of(CALLBACK_16),
                () -> new Finding(
                        "what " + name(ran.object()) + " saw of its context",
                        "done, with an err",
                        "a callback runs after the end",
                        (ran.done() ? "done" : "live") + (ran.err() ? ", with an err" : ", without an err")));
        if (!ran.drained()) {
            ledger.check(
                    false,
                    List.of(CALLBACK_5),
                    () -> new Finding(
                            "where " + name(ran.object()) + " ran",
                            "on the environment's executor",
                            "callbacks are not run within the call that ends their context",
                            "within the step itself"));
        } else {
            ledger.check(true, List.of(CALLBACK_5), () -> new Finding("", "", "", ""));
        }
    }

    private void checkOrder(List<Ran> ran) {
        for (int i = 1; i < ran.size(); i++) {
            Ran before = ran.get(i - 1);
            Ran after = ran.get(i);
            boolean together = context(before) == context(after) && once(before) && once(after);
            ledger.check(
                    !together || before.object() <= after.object(),
                    together ? List.of(CALLBACK_15) : List.of(),
                    () -> new Finding(
                            "order of callbacks",
                            name(after.object()) + " first",
                            "it was registered first, and the kit declares that order",
                            name(before.object()) + " first"));
        }
    }

    /** Whether the callback object was registered once, so that its place in the order is known. */
    private boolean once(Ran ran) {
        return registrations(ran.object()).size() == 1;
    }

    private Node context(Ran ran) {
        return model.callbacks().get(ran.object()).context;
    }

    private void checkRuns(List<Ran> log, int object) {
        long expected = expected(object);
        long actual = count(log, object);
        boolean ok = ledger.check(
                expected == actual,
                grounds(object, actual > expected),
                () -> new Finding("runs of " + name(object), "" + expected, why(object), "" + actual));
        if (!ok) {
            doubtful.add(object);
        }
    }

    private static long count(List<Ran> log, int object) {
        return log.stream().filter(r -> r.object() == object).count();
    }

    private List<Integer> objects() {
        return model.callbacks().stream().map(c -> c.object).distinct().collect(Collectors.toList());
    }

    private List<Registered> registrations(int object) {
        return model.callbacks().stream().filter(c -> c.object == object).collect(Collectors.toList());
    }

    private long expected(int object) {
        return registrations(object).stream().filter(c -> c.state == State.RAN).count();
    }

    private List<Rule> grounds(int object, boolean tooOften) {
        List<Registered> registrations = registrations(object);
        List<Rule> rules = new ArrayList<>();
        if (registrations.size() > 1) {
            rules.add(CALLBACK_11);
        }
        if (tooOften && registrations.stream().anyMatch(c -> c.state == State.STOPPED)) {
            rules.add(CALLBACK_6);
        }
        for (Registered callback : registrations) {
            ground(callback, rules);
        }
        return rules;
    }

    private void ground(Registered callback, List<Rule> rules) {
        switch (callback.state) {
            case WAITING -> rules.add(callback.context.endless() ? CALLBACK_14 : CALLBACK_1);
            case STOPPED -> rules.add(callback.context.endless() ? CALLBACK_14 : CALLBACK_6);
            case RAN -> rules.add(ranBy(callback));
        }
        boolean others = model.callbacks().stream()
                .anyMatch(c -> c != callback && c.context == callback.context && c.state == State.RAN);
        if (callback.state == State.RAN && others) {
            rules.add(CALLBACK_11);
        }
    }

    private static Rule ranBy(Registered callback) {
        if (callback.bornEnded) {
            return CALLBACK_4;
        }
        boolean cancelled = callback.context.allowed().iterator().next().kind == EndKind.CANCELLED;
        return cancelled ? CALLBACK_2 : CALLBACK_3;
    }

    private String name(int object) {
        return "f" + object;
    }

    private String why(int object) {
        return registrations(object).stream().map(this::why).collect(Collectors.joining("; "));
    }

    private String why(Registered callback) {
        String subjectOf = "f" + callback.index + " on " + callback.context;
        return switch (callback.state) {
            case WAITING -> subjectOf + " waits, since " + callback.context + " lives";
            case STOPPED -> subjectOf + " was stopped before it could run";
            case RAN -> subjectOf + " runs once, since " + callback.context + " has ended";
        };
    }

    /** No read has run a callback. */
    void checkReads() {
        int now = subject.ran();
        int before = read;
        ledger.check(
                now == before,
                List.of(USE_1),
                () -> new Finding("callbacks run by reading", "none", "reads run nobody's code", "" + (now - before)));
    }
}
