package dev.cascata.conformance.search;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.checks.Stage;
import dev.cascata.conformance.driver.OperationThrew;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.trial.Failure;
import dev.cascata.conformance.trial.Job;
import dev.cascata.conformance.trial.RuleCounts;
import dev.cascata.conformance.trial.RuleCounts.Finding;
import dev.cascata.conformance.trial.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one directed check, on the current thread. Used once. */
final class CheckRun implements Job {
    private static final String NO_THROW = "no operation throws unless an argument is wrong";

    private final Check check;
    private final RuleCounts counts;
    private final Stage stage;

    CheckRun(ContextKit<?> kit, Check check, RuleCounts counts, long limitMillis) {
        this.check = check;
        this.counts = counts;
        this.stage = new Stage(kit, limitMillis);
    }

    @Override
    public @Nullable Failure run() {
        try {
            stage.play(check.body());
            return null;
        } catch (Stage.Failed failed) {
            return news(new Finding(failed.what, failed.expected, why(failed), failed.actual), failed.trace);
        } catch (OperationThrew thrown) {
            Finding finding = new Finding(thrown.operation, "returns", NO_THROW, "threw " + thrown.thrown());
            return news(finding, Trial.stack(thrown.thrown()));
        } finally {
            counts.count(check.rule(), stage.expectations());
            counts.count(UseRule.USE_7, stage.operations());
            counts.count(UseRule.USE_8, stage.operations());
        }
    }

    private String why(Stage.Failed failed) {
        return failed.why.isEmpty() ? check.why() : failed.why;
    }

    private @Nullable Failure news(Finding finding, @Nullable String trace) {
        return counts.mutes(check.rule()) ? null : failure(check.rule(), finding, trace);
    }

    @Override
    public Failure failure(Rule rule, Finding finding, @Nullable String trace) {
        return new Failure(
                rule,
                new Program(List.of(), false),
                0,
                finding.what(),
                finding.expected(),
                finding.why(),
                finding.actual(),
                trace,
                check);
    }

    @Override
    public long operations() {
        return stage.operations();
    }

    @Override
    public String inFlight() {
        return stage.inFlight();
    }

    @Override
    public boolean outOfPatience() {
        return false;
    }
}
