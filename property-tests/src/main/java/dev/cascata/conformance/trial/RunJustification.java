package dev.cascata.conformance.trial;

import static dev.cascata.conformance.rules.CallbackRule.*;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.model.Registered;
import dev.cascata.conformance.model.Registered.State;
import dev.cascata.conformance.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules by which a callback object runs as often as it does, and the reason in words. */
final class RunJustification {
    private final Model model;

    RunJustification(Model model) {
        this.model = model;
    }

    /** Returns the registrations of a callback object. */
    List<Registered> registrations(int object) {
        return model.callbacks().stream().filter(c -> c.object == object).collect(Collectors.toList());
    }

    /** Returns the rules; {@code excess} is the number of runs more than expected. */
    List<Rule> rules(int object, long excess) {
        List<Registered> registrations = registrations(object);
        List<Rule> rules = new ArrayList<>();
        if (excess > 0 && registrations.stream().anyMatch(c -> c.state == State.WAITING)) {
            rules.add(early(registrations.get(0)));
        }
        if (excess > 0 && registrations.stream().anyMatch(c -> c.state == State.STOPPED)) {
            rules.add(CALLBACK_6);
        }
        if (excess <= 0 && registrations.size() > 1) {
            rules.add(CALLBACK_11);
        }
        registrations.forEach(callback -> rules.add(rule(callback)));
        boolean others = registrations.stream().anyMatch(this::ranBesideAnother);
        if (others || registrations.size() > 1) {
            rules.add(CALLBACK_11);
        }
        return rules.stream().distinct().toList();
    }

    private static Rule early(Registered waiting) {
        return waiting.context.neverEnds() ? CALLBACK_14 : CALLBACK_1;
    }

    private boolean ranBesideAnother(Registered callback) {
        return callback.state == State.RAN
                && model.callbacks().stream()
                        .anyMatch(c -> c != callback && c.context == callback.context && c.state == State.RAN);
    }

    private static Rule rule(Registered callback) {
        return switch (callback.state) {
            case WAITING -> early(callback);
            case STOPPED -> callback.context.neverEnds() ? CALLBACK_14 : CALLBACK_6;
            case RAN -> ranBy(callback);
        };
    }

    private static Rule ranBy(Registered callback) {
        if (callback.bornDone) {
            return CALLBACK_4;
        }
        boolean cancelled = callback.context.allowed().iterator().next().kind == EndKind.CANCELLED;
        return cancelled ? CALLBACK_2 : CALLBACK_3;
    }

    /** Says why the callback object runs the expected number of times. */
    String why(int object) {
        return registrations(object).stream().map(this::why).collect(Collectors.joining("; "));
    }

    private String why(Registered callback) {
        Node context = callback.context;
        String name = CallbackChecker.name(callback.index);
        return switch (callback.state) {
            case WAITING ->
                context + (context.neverEnds() ? " never ends" : " is live") + ", so " + name + " does not run";
            case STOPPED -> name + " was stopped before it was triggered, so it does not run";
            case RAN -> context + " " + end(callback) + ", so " + name + " runs once";
        };
    }

    private String end(Registered callback) {
        if (callback.bornDone) {
            return "was done when " + CallbackChecker.name(callback.index) + " was registered";
        }
        boolean cancelled = ranBy(callback) == CALLBACK_2;
        return (cancelled ? "ended by a cancel " : "ended by a deadline ") + model.at(callback.context.endedAt());
    }
}
