package dev.cascata.conformance.vectors;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.process.Answer;
import dev.cascata.conformance.process.Answer.Reading;
import dev.cascata.conformance.process.ProtocolScript;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.trial.KitSubject;
import dev.cascata.conformance.trial.Patience;
import dev.cascata.conformance.trial.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs the lines of one program with a kit in this virtual machine, and replies as an adapter of the kit would. */
public final class KitAdapter {
    private static final double TICK = Step.TICK;

    private final KitSubject<?> subject;
    private final Set<Capability> declared;
    private final Map<Integer, Object> dones = new HashMap<>();
    private final Set<Integer> foreign = new HashSet<>();
    private boolean watched;
    private int contexts = 1;
    private int reported;

    public KitAdapter(ContextKit<?> kit) {
        this.subject = new KitSubject<>(kit);
        this.declared = kit.capabilities();
    }

    /** Carries out a line, and returns the reply. */
    public Answer answer(Request line) {
        return answer(line, any -> true, new Patience(1));
    }

    /** The same. If threads watch contexts, it reads again until the reply is wanted or patience ends. */
    Answer answer(Request line, Predicate<Answer> wanted, Patience patience) {
        Step step = ProtocolScript.step(line);
        if (step != null) {
            apply(step);
        }
        List<Integer> atOnce = done(line.look());
        List<Answer> seen = new ArrayList<>();
        patience.until(() -> {
            subject.settle();
            seen.add(observe(line, atOnce));
            return !watched || wanted.test(seen.get(seen.size() - 1));
        });
        reported = subject.ran();
        return seen.get(seen.size() - 1);
    }

    private void apply(Step step) {
        if (step instanceof Step.Foreign around) {
            foreign.add(contexts);
            watched |= around.shape() == ForeignShape.OWN;
        }
        contexts += step instanceof Step.Derive derive ? derive.count() : step instanceof Step.Background ? 1 : 0;
        subject.apply(step);
    }

    private List<Integer> done(List<Integer> look) {
        return look.stream().filter(subject::done).toList();
    }

    private Answer observe(Request line, List<Integer> atOnce) {
        boolean cancel = line.step().equals("cancel") && declared.contains(Capability.CANCEL_RESULT);
        boolean stop = line.step().equals("stop") && declared.contains(Capability.STOP_RESULT);
        return new Answer(
                line.id(),
                (cancel || stop) ? subject.answer() : null,
                atOnce,
                done(line.look()),
                line.read().stream().map(this::read).toList(),
                subject.log().stream().skip(reported).map(KitAdapter::ran).toList(),
                declared.contains(Capability.TIMER_COUNT) ? subject.timers() : null,
                null);
    }

    private static Answer.Ran ran(Subject.Ran ran) {
        return new Answer.Ran(ran.object(), ran.done(), ran.err(), !ran.drained());
    }

    private Reading read(int context) {
        return new Reading(
                err(context),
                declared.contains(Capability.CAUSES) ? cause(context) : null,
                declared.contains(Capability.DEADLINES) ? deadline(context) : null,
                declared.contains(Capability.VALUES) ? values(context) : null,
                declared.contains(Capability.DONE_OBJECT) ? sameDone(context) : null,
                dependents(context),
                foreign.contains(context) ? subject.attached(context) : null);
    }

    private @Nullable String err(int context) {
        if (subject.err(context) == null) {
            return null;
        }
        EndKind kind = declared.contains(Capability.KINDS) ? subject.kind(context) : null;
        return kind == null ? "ended" : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private @Nullable String cause(int context) {
        Object cause = subject.cause(context);
        String label = subject.label(cause);
        if (cause == null || label != null) {
            return label;
        }
        return cause == subject.err(context) ? Reading.ERR : "unknown";
    }

    private @Nullable Double deadline(int context) {
        OptionalLong nanos = subject.deadline(context);
        return nanos.isEmpty() ? null : nanos.getAsLong() / TICK;
    }

    private List<@Nullable String> values(int context) {
        List<@Nullable String> values = new ArrayList<>();
        for (int key = 0; key < Step.KEYS; key++) {
            values.add((String) subject.value(context, key));
        }
        return values;
    }

    private boolean sameDone(int context) {
        Object now = subject.doneObject(context);
        Object before = dones.putIfAbsent(context, now);
        return before == null || before == now;
    }

    private @Nullable Integer dependents(int context) {
        if (!declared.contains(Capability.DEPENDENTS) || foreign.contains(context)) {
            return null;
        }
        OptionalInt dependents = subject.dependents(context);
        return dependents.isPresent() ? dependents.getAsInt() : null;
    }
}
