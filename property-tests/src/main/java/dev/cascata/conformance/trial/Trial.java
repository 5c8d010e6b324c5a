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

/** Runs one program on the library and on the model, on the current thread. Used once. */
public final class Trial implements Job {
    private static final int MOST_CAUSES = 100_000;

    private final Program program;
    private final RuleCounts counts;
    private final Patience patience;
    private final Subject subject;
    private final Model model = new Model();
    private final EndChecker ends;
    private final ValueChecker values;
    private final CallbackChecker callbacks;
    private final LinkChecker links;
    private final boolean watched;
    private @Nullable Consumer<String> lines;
    private volatile int at;

    /** Looks at most {@code looks} times after a step whether other threads have done their part. */
    public Trial(Subject subject, Program program, RuleCounts counts, int looks) {
        this.program = program;
        this.counts = counts;
        this.subject = subject;
        this.patience = new Patience(subject.live() ? looks : 1);
        this.ends = new EndChecker(model, subject, counts);
        this.values = new ValueChecker(model, subject, counts);
        this.callbacks = new CallbackChecker(model, subject, counts);
        this.links = new LinkChecker(model, subject, counts, patience);
        model.endsAfter(program.size());
        this.watched = subject.live()
                && program.steps().stream().anyMatch(s -> s instanceof Step.Foreign w && w.shape() == ForeignShape.OWN);
    }

    public void traceTo(@Nullable Consumer<String> target) {
        lines = target;
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
            counts.count(UseRule.USE_7, subject.operations());
            counts.count(UseRule.USE_8, subject.operations());
        }
    }

    private void step(Step step, boolean last) {
        counts.begin(step);
        model.apply(step);
        subject.apply(step);
        ends.after(step);
        callbacks.checkResult(step);
        if (!program.quiet()) {
            ends.checkAtOnce();
        }
        settle();
        trace();
        if (!program.quiet() || last) {
            check(step);
        }
    }

    private void check(Step step) {
        callbacks.check();
        ends.check();
        if (counts.declares(Capability.VALUES)) {
            values.check(step);
        }
        links.check(step);
        callbacks.checkReads();
    }

    /** Cancels every live context and checks that nothing is left. */
    private void finish() {
        Step last = new Step.Advance(0);
        for (Node node : model.nodes()) {
            if (node.cancellable() && !node.done()) {
                last = new Step.Cancel(node.index, null);
                model.apply(last);
                subject.apply(last);
            }
        }
        ends.after(last);
        subject.over();
        settle();
        ends.allDone();
        links.allDone();
        trace();
        check(last);
    }

    /** Runs the queued tasks, and waits until watching threads, if any, have done their part. */
    private void settle() {
        subject.settle();
        if (watched) {
            patience.until(this::settled);
        }
    }

    /** Whether watching threads have done their part. */
    private boolean settled() {
        subject.settle();
        return model.nodes().stream().allMatch(n -> !n.endedThroughForeign() || subject.done(n.index))
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
                overflow ? "no depth overflows the stack" : "no operation throws if its arguments are valid",
                "threw " + thrown);
        try {
            counts.check(false, List.of(rule, UseRule.USE_7), charged -> finding);
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

    /** Whether a stack overflow was thrown, or is among the causes of what was thrown. */
    private static boolean overflowed(@Nullable Throwable thrown) {
        Throwable at = thrown;
        for (int i = 0; i < MOST_CAUSES && at != null && !(at instanceof StackOverflowError); i++) {
            at = at.getCause();
        }
        return at instanceof StackOverflowError;
    }

    /** Returns the stack trace; if it has too many causes to be printed, that of the last exception alone. */
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

    private void trace() {
        if (lines != null) {
            lines.accept(program.line(at));
            for (Node node : model.nodes()) {
                if (!node.inner) {
                    lines.accept("    " + subject.describe(node.index, counts.capabilities()));
                }
            }
        }
    }
}
