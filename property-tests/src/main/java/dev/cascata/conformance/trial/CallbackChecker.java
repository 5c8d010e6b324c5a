package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CallbackRule.*;
import static dev.cascata.conformance.rules.CancelRule.CANCEL_16;
import static dev.cascata.conformance.rules.UseRule.USE_1;

import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Registered;
import dev.cascata.conformance.model.Registered.State;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import dev.cascata.conformance.trial.Subject.Ran;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the results of cancel and stop, and the log of callbacks, with the model. */
final class CallbackChecker {
    private final Model model;
    private final Subject subject;
    private final RuleCounts counts;
    private final RunJustification runs;
    private final Set<Integer> doubtful = new HashSet<>();
    private int read;

    CallbackChecker(Model model, Subject subject, RuleCounts counts) {
        this.model = model;
        this.subject = subject;
        this.counts = counts;
        this.runs = new RunJustification(model);
    }

    /** Compares the result of the step. */
    void checkResult(Step step) {
        if (step instanceof Step.Cancel cancel && counts.declares(Capability.CANCEL_RESULT)) {
            compareResult("cancel c" + cancel.context(), List.of(CANCEL_16), cancelReason(cancel));
        } else if (step instanceof Step.StopCallback stop && counts.declares(Capability.STOP_RESULT)) {
            Registered callback = model.callbacks().get(stop.callback());
            compareResult("stop f" + stop.callback(), stopRules(callback), stopReason(callback));
        }
    }

    private void compareResult(String operation, List<Rule> rules, String why) {
        boolean expected = model.result();
        boolean actual = subject.answer();
        counts.check(
                expected == actual,
                rules,
                rule -> new Finding("result of " + operation, "" + expected, why, "" + actual));
    }

    private String cancelReason(Step.Cancel cancel) {
        Node node = model.nodes().get(cancel.context());
        return model.result()
                ? node + " was live, so this call ended it"
                : node + " was done already: it ended " + model.at(node.endedAt());
    }

    private List<Rule> stopRules(Registered callback) {
        if (callback.context.neverEnds()) {
            return List.of(CALLBACK_14);
        } else if (model.result()) {
            return List.of(CALLBACK_6);
        }
        return callback.state == State.RAN ? List.of(CALLBACK_7) : List.of(CALLBACK_8);
    }

    private String stopReason(Registered callback) {
        if (model.result()) {
            return "the callback was not triggered before, and this is its first stop";
        }
        return callback.state == State.RAN
                ? "the callback was triggered " + model.at(callback.ranAt()) + ", before this stop"
                : "the registration was stopped before";
    }

    /** Whether every callback that another thread may have to trigger has run. */
    boolean settled() {
        List<Ran> log = subject.log();
        return model.callbacks().stream()
                .filter(c -> c.triggeredElsewhere() && !doubtful.contains(c.object))
                .allMatch(c -> count(log, c.object) >= expected(c.object));
    }

    void check() {
        List<Ran> log = subject.log();
        for (Ran ran : log.subList(read, log.size())) {
            checkInside(ran);
        }
        if (counts.declares(Capability.CALLBACK_ORDER)) {
            checkOrder(log.subList(read, log.size()));
        }
        read = log.size();
        objects().stream().filter(o -> !doubtful.contains(o)).forEach(o -> checkRuns(log, o));
    }

    private void checkInside(Ran ran) {
        counts.check(
                ran.done() && ran.err(),
                List.of(CALLBACK_16),
                rule -> new Finding(
                        "the context of " + name(ran.object()) + ", read inside the callback",
                        "done, with an err",
                        "the end of the context triggers the callback, so it is visible when the callback runs",
                        (ran.done() ? "done" : "live") + (ran.err() ? ", with an err" : ", without an err")));
        counts.check(
                ran.drained(),
                List.of(CALLBACK_5),
                rule -> new Finding(
                        "where " + name(ran.object()) + " ran",
                        "on the environment's executor",
                        "the call that triggers a callback leaves it to the executor, unless INLINE_CALLBACKS is declared",
                        "inside a call of the library, on the thread of that call"));
    }

    private void checkOrder(List<Ran> ran) {
        for (int i = 1; i < ran.size(); i++) {
            Ran before = ran.get(i - 1);
            Ran after = ran.get(i);
            boolean together = context(before) == context(after) && once(before) && once(after);
            counts.check(
                    !together || before.object() <= after.object(),
                    together ? List.of(CALLBACK_15) : List.of(),
                    rule -> new Finding(
                            "order of callbacks",
                            name(after.object()) + " before " + name(before.object()),
                            name(after.object()) + " was registered first, and the kit declares that order",
                            name(before.object()) + " before " + name(after.object())));
        }
    }

    /** Whether the callback object was registered only once, so that its place in the order is known. */
    private boolean once(Ran ran) {
        return runs.registrations(ran.object()).size() == 1;
    }

    private Node context(Ran ran) {
        return model.callbacks().get(ran.object()).context;
    }

    private void checkRuns(List<Ran> log, int object) {
        long expected = expected(object);
        long actual = count(log, object);
        boolean ok = counts.check(
                expected == actual,
                runs.rules(object, actual - expected),
                rule -> new Finding("runs of " + name(object), "" + expected, runs.why(object), "" + actual));
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

    private long expected(int object) {
        return runs.registrations(object).stream()
                .filter(c -> c.state == State.RAN)
                .count();
    }

    static String name(int object) {
        return "f" + object;
    }

    /** Checks that no read ran a callback. */
    void checkReads() {
        int now = subject.ran();
        int before = read;
        counts.check(
                now == before,
                List.of(USE_1),
                rule -> new Finding("callbacks run by reads", "none", "a read runs no user code", "" + (now - before)));
    }
}
