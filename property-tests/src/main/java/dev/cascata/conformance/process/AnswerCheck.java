package dev.cascata.conformance.process;

import dev.cascata.conformance.rules.Capability;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a reply has everything that its step and the declared capabilities need, and nothing about anything else. */
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

    /** Checks the reply. Once a step of the program threw, a reply needs nothing but its id. */
    void check(boolean afterThrow) throws Lines.Malformed {
        require(answer.id() == request.id(), "replied to line " + answer.id() + " instead of line " + request.id());
        checkForm();
        if (answer.threw() == null && !afterThrow) {
            checkStep();
            checkContexts();
        }
    }

    /** Checks what the schema of the protocol requires of the numbers and lists of every reply. */
    private void checkForm() throws Lines.Malformed {
        numbers(answer.atOnce(), "atOnce");
        numbers(answer.done(), "done");
        notNegative(answer.timers(), "timers");
        for (Answer.Ran ran : answer.ran()) {
            notNegative(ran.callback(), "callback");
        }
        for (Answer.Reading reading : answer.contexts()) {
            notNegative(reading.dependents(), "dependents");
            notNegative(reading.attached(), "attached");
            keys(reading.values());
        }
    }

    private static void numbers(List<Integer> contexts, String name) throws Lines.Malformed {
        for (Integer context : contexts) {
            notNegative(context, name);
        }
        require(new HashSet<>(contexts).size() == contexts.size(), "listed a context twice in \"" + name + "\"");
    }

    private static void notNegative(@Nullable Integer number, String name) throws Lines.Malformed {
        require(number == null || number >= 0, "wrote the negative number " + number + " in \"" + name + "\"");
    }

    private static void keys(@Nullable List<@Nullable String> values) throws Lines.Malformed {
        require(
                values == null || values.size() == KEYS,
                "listed " + (values == null ? 0 : values.size()) + " values of a context instead of " + KEYS);
    }

    private void checkStep() throws Lines.Malformed {
        boolean cancel = request.step().equals("cancel") && declared.contains(Capability.CANCEL_RESULT);
        boolean stop = request.step().equals("stop") && declared.contains(Capability.STOP_RESULT);
        require(answer.answer() != null || !(cancel || stop), "left out \"answer\"");
        require(answer.timers() != null || !reads(Capability.TIMER_COUNT), "left out \"timers\"");
        looked(answer.atOnce(), "atOnce");
        looked(answer.done(), "done");
    }

    private boolean reads(Capability capability) {
        return declared.contains(capability) && !request.read().isEmpty();
    }

    private void looked(List<Integer> done, String name) throws Lines.Malformed {
        boolean known = new HashSet<>(request.look()).containsAll(done);
        require(known, "listed contexts in \"" + name + "\" that are not in \"look\"");
    }

    private void checkContexts() throws Lines.Malformed {
        int read = request.read().size();
        int described = answer.contexts().size();
        require(described == read, "described " + described + " contexts instead of " + read + " in \"contexts\"");
        for (Answer.Reading reading : answer.contexts()) {
            needed(reading.values(), Capability.VALUES, "values");
            needed(reading.sameDone(), Capability.DONE_OBJECT, "sameDone");
        }
    }

    private void needed(@Nullable Object field, Capability capability, String name) throws Lines.Malformed {
        require(field != null || !declared.contains(capability), "left out \"" + name + "\" of a context");
    }

    private static void require(boolean so, String otherwise) throws Lines.Malformed {
        if (!so) {
            throw new Lines.Malformed(otherwise);
        }
    }
}
