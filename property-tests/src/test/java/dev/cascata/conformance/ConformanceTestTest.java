package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.report.Samples;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** A conformance test shows each verdict as a build tool sees it, whatever the kit does. */
class ConformanceTestTest {
    private final BuildProperties build = new BuildProperties();

    @BeforeEach
    void forgetWhatTheBuildAsksFor() {
        build.forget();
    }

    @AfterEach
    void restoreIt() {
        build.restore();
    }

    @Test
    void everyVerdictIsShown() {
        JUnitRun tests = JUnitRun.of(OnRamps.Sampled.class);

        tests.passed("CANCEL_1: A fresh child of a live parent is live, unless it is given a deadline that has already"
                + " passed");
        tests.skipped("CANCEL_7", "NOT-RUN: race");
        tests.failed("CANCEL_8", "UNTESTED: A cancel that lost");
        tests.skipped("CAUSE_1", "NOT-APPLICABLE: needs CAUSES");
        tests.failed("DEADLINE_18", "DEADLINE_18 (MUST) is broken: ");
        tests.skipped("CALLBACK_10", "NOT-APPLICABLE: needs THREADS");
        tests.skipped("CALLBACK_20", "DIFFERS: documented in TheirContext.addListener");
        tests.passed("LINK_2: The cancel of a child removes it from the context that holds it"
                + " (known: children are held until the parent ends)");
        tests.skipped("USE_3", "USE_3 (SHOULD) is broken: ");
        tests.passed("USE_8: Every operation returns");
        assertThat(tests.names()).hasSize(Samples.report().results().size());
    }

    @Test
    void aBrokenRuleFailsWithTheWayToSeeItAgain() {
        JUnitRun tests = JUnitRun.of(OnRamps.Leaking.class);

        String text = tests.failed("LINK_2", "LINK_2 (MUST) is broken: ");
        assertThat(text)
                .contains("  Replay     Paste this into a shell, in the folder of the Maven module:\n")
                .contains("\nmvn test '-Dtest=" + OnRamps.Leaking.class.getName()
                        + "' -Dcascata.rule=LINK_2 -Dcascata.seed=5 ")
                .doesNotContain("--explain");
        Matcher property =
                Pattern.compile("-D(cascata\\.\\w+)=([^\"]*?)(?=\"| -D| \"-D)").matcher(text);
        while (property.find()) {
            System.setProperty(property.group(1), property.group(2));
        }
        assertThat(TestRequest.of(Options.defaults()).program()).isNotNull();
        JUnitRun.of(OnRamps.Leaking.class).failed("LINK_2", text.strip());
    }

    @Test
    void knownFailuresAreReadFromBesideTheKitAndAStaleLineFails() {
        JUnitRun tests = JUnitRun.of(OnRamps.LeakingAsKnown.class);

        tests.passed("LINK_2: The cancel of a child removes it from the context that holds it"
                + " (known: ended children stay)");
        tests.passed("CANCEL_2: ");
        tests.failed(
                "the known-failing line of CANCEL_2 is stale",
                "The known-failing line of CANCEL_2 is stale: its program \"c1 = withCancel c0; cancel c1\" no longer");
        assertThat(tests.names()).hasSize(3);
    }

    @Test
    void whatTheLibraryDocumentsOtherwiseIsSkipped() {
        JUnitRun.of(OnRamps.LeakingAsDocumented.class).skipped("LINK_2", "DIFFERS: see their own page");
    }

    @Test
    void aRuleThatDoesNotApplyIsSkipped() {
        JUnitRun tests = JUnitRun.of(OnRamps.Narrow.class);

        tests.passed("CANCEL_3: ");
        tests.skipped("VALUE_1", "NOT-APPLICABLE: needs VALUES");
        assertThat(tests.names()).hasSize(2);
    }

    @Test
    void aKitThatIsFaultyInARunIsOneFailureThatNamesTheOperation() {
        JUnitRun tests = JUnitRun.of(OnRamps.AnsweringNull.class);

        tests.failed(JUnitRun.UNJUDGED, "withCancel");
        assertThat(tests.names()).hasSize(1);
    }

    @Test
    void aKitThatCannotBeJudgedAtAllIsOneFailure() {
        JUnitRun.of(OnRamps.Nameless.class).failed(JUnitRun.UNJUDGED, "it cannot tell its name and capabilities");
        JUnitRun.of(OnRamps.WithoutKit.class)
                .failed(JUnitRun.UNJUDGED, "kit() of " + OnRamps.WithoutKit.class.getName() + " answers null");
        JUnitRun.of(OnRamps.Misread.class).failed(JUnitRun.UNJUDGED, "line 1: there is no rule \"LINK_99\".");
    }

    @Test
    void theKitIsJudgedOnceAndNotBeforeTheClassIsRun() {
        OnRamps.Narrow.asked = 0;

        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OnRamps.Narrow.class))
                .discover();
        assertThat(OnRamps.Narrow.asked).isZero();
        assertThat(JUnitRun.of(OnRamps.Narrow.class).names()).hasSize(2);
        assertThat(OnRamps.Narrow.asked).isOne();
    }

    @Test
    void outsideMavenTheReplayIsTheProperties() {
        TestReplay replay = new TestReplay("theirs.TheirTest", 9, false);

        assertThat(replay.how()).isEqualTo("Run theirs.TheirTest alone, with these system properties:");
        assertThat(replay.command(Samples.LEAK))
                .isEqualTo("-Dcascata.rule=LINK_2 -Dcascata.seed=9 "
                        + "\"-Dcascata.program=c1 = withCancel c0; c2 = withCancel c1; cancel c2\"");
        assertThat(replay.command(Samples.LOCKED))
                .isEqualTo("-Dcascata.rule=CALLBACK_20 -Dcascata.check=second-thread-cancels-context");
    }
}
