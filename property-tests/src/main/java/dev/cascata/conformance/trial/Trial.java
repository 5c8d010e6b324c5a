package dev.cascata.conformance.trial;

import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ScaleRule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.trial.EndChecker.Abandoned;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import dev.cascata.conformance.trial.RuleCounts.Mismatch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One run of one program against the library and the model, on the current thread. Used once. */
public final class Trial implements Job {
    private static final int MOST_CAUSES = 100_000;

    private final Program program;
    private final RuleCounts ledger;
    private final Patience patience;
    private final Subject subject;
    private final Model model = new Model();
    private final EndChecker ends;
    private final ValueChecker values;
    private final CallbackChecker callbacks;
    private final LinkChecker links;
    private final boolean watched;
    private @Nullable Consumer<String> trace;
    private volatile int at;

    /** {@code looks}: how often, after a step, to look whether other threads have done their part. */
    public Trial(Subject subject, Program program, RuleCounts ledger, int looks) {
        this.program = program;
        this.ledger = ledger;
        this.subject = subject;
        this.patience = new Patience(subject.live() ? looks : 1);
        this.ends = new EndChecker(model, subject, ledger);
        this.values = new ValueChecker(model, subject, ledger);
        this.callbacks = new CallbackChecker(model, subject, ledger);
        this.links = new LinkChecker(model, subject, ledger, patience);
        model.endsAfter(program.size());
        this.watched = subject.live()
                && program.steps().stream().anyMatch(s -> s instanceof Step.Foreign w && w.shape() == ForeignShape.OWN);
    }

    public void traceTo(@Nullable Consumer<String> lines) {
        trace = lines;
    }

    @Override
    public boolean outOfPatience() {
        return patience.exhausted();
    }

    @Override
    public long operations() {
        return subject.operations();
    }

    @Override
    public String inFlight() {
        return subject.inFlight();
    }

    @Override
    public @Nullable Failure run() {
        try {
            for (int i = 0; i < program.size(); i++) {
                at = i;
                step(model.possible(program.steps().get(i)), i == program.size() - 1);
            }
            at = program.size();
            finish();
            return null;
        } catch (Abandoned tolerated) {
            return null;
        } catch (Mismatch mismatch) {
            return failure(mismatch.rule, mismatch.finding, null);
        } catch (OperationThrew broken) {
            return broken(broken);
        } finally {
            ledger.count(UseRule.USE_7, subject.operations());
            ledger.count(UseRule.USE_8, subject.operations());
        }
    }

    private void step(Step step, boolean last) {
        ledger.begin(step);
        model.apply(step);
        subject.apply(step);
        ends.after(step);
        callbacks.checkAnswer(step);
        if (!program.quiet()) {
            ends.checkAtOnce();
        }
        settle();
        tell(program.line(at));
        if (!program.quiet() || last) {
            check(step);
        }
    }

    private void check(Step step) {
        callbacks.check();
        ends.check();
        if (ledger.declares(Capability.VALUES)) {
            values.check(step);
        }
        links.check(step);
        callbacks.checkReads();
    }

    /** Cancels everything that lives; nothing may be left. */
    private void finish() {
        Step last = new Step.Advance(0);
        for (Node node : model.nodes()) {
            if (node.cancellable() && !node.ended()) {
                last = new Step.Cancel(node.index, null);
                model.apply(last);
                subject.apply(last);
            }
        }
        ends.after(last);
        subject.over();
        settle();
        ends.over();
        links.over();
        tell(program.line(at));
        check(last);
    }

    /** Runs what is queued, and waits for watching threads, where there are any, to have done their part. */
    private void settle() {
        subject.settle();
        if (watched) {
            patience.until(this::settled);
        }
    }

    /** Whether what only a watching thread can bring about has come about. */
    private boolean settled() {
        subject.settle();
        return model.nodes().stream().allMatch(n -> !n.endedThroughWrapper() || subject.done(n.index))
                && callbacks.settled()
                && links.settled();
    }

    private @Nullable Failure broken(OperationThrew broken) {
        Throwable thrown = broken.thrown();
        boolean overflow = overflowed(thrown);
        Rule rule = !overflow
                ? UseRule.USE_7
                : broken.operation.startsWith("value") ? ScaleRule.SCALE_2 : ScaleRule.SCALE_1;
        Finding finding = new Finding(
                broken.operation,
                "returns",
                overflow ? "no depth overflows the stack" : "no operation throws",
                "threw " + thrown);
        try {
            ledger.check(false, List.of(rule, UseRule.USE_7), charged -> finding);
            return null;
        } catch (Mismatch mismatch) {
            return failure(mismatch.rule, finding, stack(thrown));
        }
    }

    @Override
    public Failure failure(Rule rule, Finding finding, @Nullable String stack) {
        return new Failure(
                rule, program, at, finding.what(), finding.expected(), finding.why(), finding.actual(), stack);
    }

    /** Whether the stack overflowed, also if that is the cause of what was thrown, or the cause of that. */
    private static boolean overflowed(@Nullable Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; i < MOST_CAUSES && at != null && !(at instanceof StackOverflowError); i++) {
            at = at.getCause();
        }
        return at instanceof StackOverflowError;
    }

    /** The stack trace; of one with more causes than can be printed, what was thrown last alone. */
    public static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        try {
            thrown.printStackTrace(new PrintWriter(text));
            return text.toString();
        } catch (StackOverflowError tooManyCauses) {
            return thrown + "\n"
                    + Stream.of(thrown.getStackTrace())
                            .map(f -> "\tat " + f + "\n")
                            .collect(Collectors.joining());
        }
    }

    private void tell(String line) {
        if (trace != null) {
            trace.accept(line);
            for (Node node : model.nodes()) {
                if (!node.inner) {
                    trace.accept("    " + subject.describe(node.index, ledger.capabilities()));
                }
            }
        }
    }
}
