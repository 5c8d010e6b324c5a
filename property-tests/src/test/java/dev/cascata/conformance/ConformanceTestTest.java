package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.report.Replay;
import dev.cascata.conformance.report.Samples;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.LinkRule;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A conformance test shows each verdict to a build tool, and reports a broken kit as one failure. */
class ConformanceTestTest {
    private final BuildProperties build = new BuildProperties();

    @BeforeEach
    void forgetPropertiesOfTheBuild() {
        build.forget();
    }

    @AfterEach
    void restoreThem() {
        build.restore();
    }

    @Test
    void everyVerdictIsShown() {
        JUnitRun tests = JUnitRun.of(OnRamps.Sampled.class);

        tests.passed("CANCEL_1: ");
        tests.skipped("CANCEL_7", "NOT-RUN: needs races");
        tests.failed("CANCEL_8", "UNTESTED: not reached in 2000 programs");
        tests.skipped("CAUSE_1", "NOT-APPLICABLE: needs CAUSES, DEFAULT_CAUSE");
        tests.failed("DEADLINE_10", "DEADLINE_10 (MUST) is broken: ");
        tests.skipped("CAUSE_2", "NOT-APPLICABLE: needs CAUSES");
        tests.skipped("CALLBACK_20", "DIFFERS: documented in TheirContext.addListener");
        tests.passed(
                "LINK_2: " + plain(LinkRule.LINK_2.sentence()) + " (known: children are held until the parent ends)");
        tests.skipped("USE_3", "USE_3 (SHOULD) is broken: ");
        tests.passed("USE_8: Every operation returns");
        assertThat(tests.names()).hasSize(OnRamps.Sampled.report().results().size());
    }

    private static String plain(String sentence) {
        return sentence.substring(0, sentence.length() - 1);
    }

    @Test
    void brokenRuleFailsWithTheCommandThatShowsItAgain() {
        JUnitRun tests = JUnitRun.of(OnRamps.Leaking.class);

        String text = tests.failed("LINK_2", "LINK_2 (MUST) is broken: ");
        assertThat(text)
                .contains("  Replay          Paste this into a shell, in the folder of the Maven module:\n")
                .contains("\nmvn test '-Dtest=" + OnRamps.Leaking.class.getName()
                        + "' -Dcascata.rule=LINK_2 -Dcascata.seed=5 ")
                .doesNotContain("--explain");
        Matcher property =
                Pattern.compile("-D(cascata\\.\\w+)=([^\"]*?)(?=\"| -D| \"-D)").matcher(text);
        while (property.find()) {
            System.setProperty(property.group(1), property.group(2));
        }
        assertThat(Request.of(Flags.ofProperties(), Options.defaults(), InputStream.nullInputStream())
                        .program())
                .isNotNull();
        JUnitRun.of(OnRamps.Leaking.class).failed("LINK_2", text.strip());
    }

    @Test
    void knownFailuresAreReadFromTheFileBesideTheKitAndAStaleLineFails() {
        JUnitRun tests = JUnitRun.of(OnRamps.LeakingAsKnown.class);

        tests.passed("LINK_2: " + plain(LinkRule.LINK_2.sentence()) + " (known: ended children stay)");
        tests.passed("CANCEL_2: ");
        tests.failed(
                "the known-failing line of CANCEL_2 is stale",
                "The known-failing line of CANCEL_2 is stale: its program \"c1 = withCancel c0; cancel c1\" no longer");
        assertThat(tests.names()).hasSize(3);
    }

    @Test
    void documentedDifferenceIsSkipped() {
        JUnitRun.of(OnRamps.LeakingAsDocumented.class).skipped("LINK_2", "DIFFERS: see their own page");
    }

    @Test
    void ruleThatDoesNotApplyIsSkipped() {
        JUnitRun tests = JUnitRun.of(OnRamps.Narrow.class);

        tests.passed("CANCEL_3: ");
        tests.skipped("VALUE_1", "NOT-APPLICABLE: needs VALUES");
        assertThat(tests.names()).hasSize(2);
    }

    @Test
    void kitThatIsFaultyInARunIsOneFailureThatNamesTheOperation() {
        JUnitRun tests = JUnitRun.of(OnRamps.ReturningNull.class);

        tests.failed(JUnitRun.UNJUDGED, "withCancel");
        assertThat(tests.names()).hasSize(1);
    }

    @Test
    void kitThatCannotBeJudgedIsOneFailure() {
        JUnitRun.of(OnRamps.Nameless.class).failed(JUnitRun.UNJUDGED, "it does not return its name and capabilities");
        JUnitRun.of(OnRamps.WithoutKit.class)
                .failed(JUnitRun.UNJUDGED, "kit() of " + OnRamps.WithoutKit.class.getName() + " returned null");
        JUnitRun.of(OnRamps.Misread.class).failed(JUnitRun.UNJUDGED, "line 1: unknown rule \"LINK_99\".");
    }

    @Test
    void kitIsJudgedOnceAndNotBeforeTheClassIsRun() {
        OnRamps.Narrow.asked = 0;

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OnRamps.Narrow.class))
                .discover();
        assertThat(OnRamps.Narrow.asked).isZero();
        assertThat(JUnitRun.of(OnRamps.Narrow.class).names()).hasSize(2);
        assertThat(OnRamps.Narrow.asked).isOne();
    }

    @Test
    void replayOutsideOfMavenIsTheProperties() {
        Replay replay = new Replay.Test("theirs.TheirTest", 9, false);

        assertThat(replay.how()).isEqualTo("Run theirs.TheirTest alone, with these system properties:");
        assertThat(replay.command(Samples.failure(LinkRule.LINK_2)))
                .isEqualTo("-Dcascata.rule=LINK_2 -Dcascata.seed=9 "
                        + "\"-Dcascata.program=c1 = withCancel c0; c2 = withCancel c1; cancel c2\"");
        assertThat(replay.command(Samples.failure(CallbackRule.CALLBACK_20)))
                .isEqualTo("-Dcascata.rule=CALLBACK_20 -Dcascata.check=second-thread-derives-context");
    }
}
