package dev.cascata.conformance.report;

import dev.cascata.conformance.checks.Checks;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.DeadlineRule;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.UseRule;
import dev.cascata.conformance.rules.Verdict;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.conformance.trial.Failure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Failures and reports as a run would make them. */
public final class Samples {
    static final Replay REPLAY = new Replay("java -jar " + Replay.JAR, "theirs.TheirKit", 20261122);

    public static final Failure LEAK = new Failure(
            LinkRule.LINK_2,
            Program.parse("c1 = withCancel c0; c2 = withCancel c1; cancel c2"),
            2,
            "children and callbacks held by c1",
            "0",
            "c2 was its only child and was cancelled in step 3",
            "1",
            null);

    static final Failure LATE = new Failure(
            DeadlineRule.DEADLINE_18,
            Program.parse("c1 = withDeadline c0 5 cause a"),
            1,
            "pending timers",
            "none",
            "every context has ended, so that no timer has anything left to do",
            "1, due at tick 5",
            null);

    static final Failure THROW = new Failure(
            UseRule.USE_7,
            Program.parse("quiet; c1..c100000 = chain 100000 c0; cancel c1"),
            1,
            "cancel c1",
            "no throw",
            "c1 is a live context and the arguments are in order",
            "java.lang.StackOverflowError",
            IntStream.rangeClosed(1, 30)
                    .mapToObj(i -> "    at theirs.TheirContext.cancel(TheirContext.java:" + (100 + i % 2) + ")")
                    .collect(Collectors.joining("\n", "java.lang.StackOverflowError\n", "\n")));

    public static final Failure LOCKED = new Failure(
            CallbackRule.CALLBACK_20,
            Program.parse(""),
            0,
            "whether a second thread can cancel the context while its callback runs",
            "it can",
            "no lock is held while a callback runs",
            "it was still waiting after 10000 ms",
            null,
            Checks.find("second-thread-cancels-context").orElseThrow());

    private Samples() {}

    static RuleResult result(Rule rule, Verdict verdict, String note, @Nullable Failure failure) {
        return new RuleResult(rule, verdict, 12, note, failure);
    }

    /** A report with every verdict in it. */
    public static KitReport report() {
        List<RuleResult> results = List.of(
                result(CancelRule.CANCEL_1, Verdict.PASS, "", null),
                result(CancelRule.CANCEL_7, Verdict.NOT_RUN, "", null),
                result(CancelRule.CANCEL_8, Verdict.UNTESTED, "", null),
                result(rule("CAUSE_1"), Verdict.NOT_APPLICABLE, "", null),
                result(DeadlineRule.DEADLINE_18, Verdict.FAIL, "", LATE),
                result(CallbackRule.CALLBACK_10, Verdict.NOT_APPLICABLE, "", null),
                result(CallbackRule.CALLBACK_20, Verdict.DIFFERS, "documented in TheirContext.addListener", LOCKED),
                result(LinkRule.LINK_2, Verdict.KNOWN, "children are held until the parent ends", LEAK),
                result(
                        UseRule.USE_3,
                        Verdict.FAIL,
                        "",
                        new Failure(
                                UseRule.USE_3,
                                Program.parse(""),
                                0,
                                "the printed form",
                                "a path",
                                "it has a parent",
                                "x",
                                null,
                                Checks.find("print-shows-the-path").orElseThrow())),
                result(UseRule.USE_8, Verdict.PASS, "", null));
        return new KitReport(
                "theirs 1.2",
                "theirs.TheirKit",
                Set.of(Capability.CALLBACKS, Capability.STOP_WAITS),
                "parent.link(child)",
                20261122,
                2000,
                Map.of("withCancel", 4711L),
                results,
                List.of(),
                null);
    }

    private static Rule rule(String id) {
        return Catalogue.find(id).orElseThrow();
    }
}
