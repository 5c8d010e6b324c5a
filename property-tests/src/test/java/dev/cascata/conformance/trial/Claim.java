package dev.cascata.conformance.trial;

import dev.cascata.conformance.rules.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a failure expects, with the words by which a reason argues for that, and those that argue against it. */
enum Claim {
    LIVE("done of .*", "live", "never ends|neither .* has ended|is new and|was live", Words.ENDED),
    DONE("done of .*", "done", Words.ENDED + "|was done before", Words.LIVES),
    NO_ERR("err of .*", "null", "so it has no err$", Words.ENDED),
    AN_ERR("err of .*", "an error", "a done context has an err$", Words.LIVES),
    SAME_OBJECT("err of .*|the done object of .*", "the object read before.*", "never changes|one object", Words.LIVES),
    ERR_OF_A_FOREIGN_CONTEXT("err of .*", "the err of .*", "foreign context", Words.LIVES),
    NO_CAUSE("cause of .*", "null", "so it has no cause$", Words.ENDED),
    SOME_CAUSE("cause of .*", "a cause", "a done context has a cause$", Words.LIVES),
    CAUSE_A("cause of .*", "cause a", "cause a", "cause [b-d]\\b|leave.? the err|" + Words.LIVES),
    CAUSE_B("cause of .*", "cause b", "cause b", "cause [acd]\\b|leave.? the err|" + Words.LIVES),
    CAUSE_C("cause of .*", "cause c", "cause c", "cause [abd]\\b|leave.? the err|" + Words.LIVES),
    CAUSE_D("cause of .*", "cause d", "cause d", "cause [a-c]\\b|leave.? the err|" + Words.LIVES),
    NO_GIVEN_CAUSE("cause of .*", "the err itself", "leaves? the err itself", "cause [a-d]\\b|" + Words.LIVES),
    CANCELLED("kind of .*", "CANCELLED", "was cancelled", "deadlines? .*passed|" + Words.LIVES),
    EXPIRED("kind of .*", "DEADLINE_EXCEEDED", "deadlines? .*passed", "was cancelled|" + Words.LIVES),
    A_KIND("kind of .*", "CANCELLED or .*", "one of the two kinds$", Words.LIVES),
    NO_DEADLINE(
            "deadline of .*",
            "none",
            "has no deadline|has a deadline|no context above it has",
            "earliest deadline|has the deadline|with this deadline|timeout|was given the|later than"),
    DEADLINE(
            "deadline of .*",
            "tick .*",
            "earliest deadline|has the deadline|with this deadline|timeout|was given the|later than",
            "has no deadline|no context"),
    NULL_VALUE("value of .*", "null", "bound nowhere|to null", "its own$|that of c\\d+$"),
    VALUE("value of .*", "v\\d", "nearest binding", "bound nowhere|to null"),
    NO_DEPENDENTS("dependents of .*|.* c\\d+", "0", Words.ALONE, Words.DEPENDENTS),
    DEPENDENTS("dependents of .*|(threads|callbacks) .* c\\d+", "(at most )?[1-9].*", Words.DEPENDENTS, Words.ALONE),
    NO_TIMERS("timers that wait", "0", "no live context has", "one live context has|contexts have"),
    TIMERS("timers that wait", "at most [1-9].*", "one live context has|contexts have", "no live context has"),
    CANCEL_WINS("result of cancel .*", "true", "was live", "was done already"),
    CANCEL_LOSES("result of cancel .*", "false", "was done already", "was live"),
    STOP_WINS("result of stop .*", "true", "not triggered before, and this is its first stop", "stopped before"),
    STOP_LOSES("result of stop .*", "false", "stopped before|was triggered", "first stop"),
    NO_RUN("runs of .*", "0", "does not run", "runs once"),
    RUNS("runs of .*", "[1-9].*", "runs once", "^$"),
    SEEN_INSIDE("the context of .* inside the callback", "done, with an err", "is visible", Words.LIVES),
    EXECUTOR("where .* ran", "on the .*executor", "leaves it to the executor", "^$"),
    ORDER("order of callbacks", ".* before .*", "registered first", "^$"),
    NO_CALLBACK("callbacks run by reads", "none", "runs no user code", "^$"),
    RETURNS(".*", "returns.*", "no operation throws|no depth overflows|every operation returns", "^$");

    /** Words that are used by more than one claim. */
    private static final class Words {
        static final String ENDED = "was cancelled|deadlines? [^;]*passed|was derived [^;]*, which was done";
        static final String LIVES = "never ends|neither .* has ended|is new and|was live|is to come";
        static final String ALONE =
                "no live child|never ends|is done, and a done|every context has ended|was done when|shares the done";
        static final String DEPENDENTS = "only dependent is|dependents are|are linked to it";
    }

    private final Pattern what;
    private final Pattern expected;
    private final Pattern argues;
    private final Pattern contradicts;

    Claim(String what, String expected, String argues, String contradicts) {
        this.what = Pattern.compile(what);
        this.expected = Pattern.compile(expected);
        this.argues = Pattern.compile(argues);
        this.contradicts = Pattern.compile(contradicts);
    }

    /** Returns the claim of a failure; none if several causes are possible. */
    static Stream<Claim> of(String what, String expected) {
        return Arrays.stream(values())
                .filter(claim -> claim.what.matcher(what).matches()
                        && claim.expected.matcher(expected).matches())
                .limit(1);
    }

    boolean isArguedBy(String reason) {
        return argues.matcher(reason).find() && !contradicts.matcher(reason).find();
    }

    /** A word without which a reason does not argue for a rule. */
    private record Subject(List<String> rules, String word) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject(List.of("ROOT_1", "ROOT_2", "ROOT_3"), "root"),
            new Subject(List.of("DETACH_1", "DETACH_2", "DETACH_3", "DETACH_4"), "detached"),
            new Subject(List.of("MERGE_3"), "parents"),
            new Subject(List.of("VALUE_2"), "same name"),
            new Subject(List.of("VALUE_3"), "null"),
            new Subject(List.of("VALUE_8"), "value layer|shows the end|a done context"),
            new Subject(List.of("ERR_3", "DEADLINE_8"), "never changes|stays done|keeps"),
            new Subject(List.of("CAUSE_5", "CAUSE_7", "CANCEL_11", "DEADLINE_9"), "before this step"),
            new Subject(List.of("FOREIGN_3", "FOREIGN_13", "FOREIGN_14"), "foreign context"));

    /** Whether a reason speaks of what the rule is about. */
    static boolean isAbout(Rule rule, String reason) {
        return SUBJECTS.stream()
                .filter(subject -> subject.rules.contains(rule.id()))
                .allMatch(
                        subject -> Pattern.compile(subject.word).matcher(reason).find());
    }
}
