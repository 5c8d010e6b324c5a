package dev.cascata.conformance.process;

import dev.cascata.conformance.rules.Capability;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Whether an answer holds all that its step and the declared capabilities ask for, and nothing about anything else. */
final class AnswerCheck {
    private static final int KEYS = 3;

    private final Request request;
    private final Answer answer;
    private final Set<Capability> declared;

    AnswerCheck(Request request, Answer answer, Set<Capability> declared) {
        this.request = request;
        this.answer = answer;
        this.declared = declared;
    }

    /** After a step that threw, an id is answer enough. */
    void check(boolean afterThrow) throws Lines.Malformed {
        require(answer.id() == request.id(), "answered line " + answer.id() + " instead of " + request.id());
        if (answer.threw() == null && !afterThrow) {
            checkStep();
            checkContexts();
        }
    }

    private void checkStep() throws Lines.Malformed {
        boolean cancel = request.step().equals("cancel") && declared.contains(Capability.CANCEL_RESULT);
        boolean stop = request.step().equals("stop") && declared.contains(Capability.STOP_RESULT);
        require(answer.answer() != null || !(cancel || stop), "left out \"answer\"");
        require(answer.timers() != null || !declares(Capability.TIMER_COUNT), "left out \"timers\"");
        looked(answer.atOnce(), "atOnce");
        looked(answer.done(), "done");
    }

    private boolean declares(Capability capability) {
        return declared.contains(capability) && !request.read().isEmpty();
    }

    private void looked(List<Integer> done, String name) throws Lines.Malformed {
        List<Integer> looked = request.look();
        boolean known = done.stream().allMatch(new java.util.HashSet<>(looked)::contains);
        require(known, "named contexts in \"" + name + "\" that were not to be looked at");
    }

    private void checkContexts() throws Lines.Malformed {
        int asked = request.read().size();
        int told = answer.contexts().size();
        require(told == asked, "told of " + told + " contexts instead of " + asked + " in \"contexts\"");
        for (Answer.Reading reading : answer.contexts()) {
            checkReading(reading);
        }
    }

    private void checkReading(Answer.Reading reading) throws Lines.Malformed {
        List<?> values = Objects.requireNonNullElse(reading.values(), List.of());
        boolean complete = !declared.contains(Capability.VALUES) || values.size() == KEYS;
        require(complete, "told " + values.size() + " values of a context instead of " + KEYS);
        require(
                reading.sameDone() != null || !declared.contains(Capability.DONE_OBJECT),
                "left out \"sameDone\" of a context");
    }

    private static void require(boolean so, String otherwise) throws Lines.Malformed {
        if (!so) {
            throw new Lines.Malformed(otherwise);
        }
    }
}
