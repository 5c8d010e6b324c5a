package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.KnownFailingFiles;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.suite.KnownFailing;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conformance test does what system properties ask for, and refuses what it cannot do. */
class TestRequestTest {
    private static final String CHECK = "print-shows-the-path";

    private final BuildProperties build = new BuildProperties();

    @TempDir
    Path folder;

    @BeforeEach
    void forgetWhatTheBuildAsksFor() {
        build.forget();
    }

    @AfterEach
    void restoreIt() {
        build.restore();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "programs   | many    | Give -Dcascata.programs a whole number from 1 to 2147483647, not \"many\".",
                "programs   | 0       | Give -Dcascata.programs a whole number from 1 to 2147483647, not \"0\".",
                "seed    | 1.5     | Give -Dcascata.seed a whole number, not \"1.5\".",
                "rule    | NONE_1  | Give -Dcascata.rule the id of a rule, such as CANCEL_3, or several with commas, "
                        + "not \"NONE_1\".",
                "program | frob    | Cannot read the program in -Dcascata.program: step 1 of the program",
                "check   | none    | Give -Dcascata.check the name of a check, as a failure or a file names it, "
                        + "not \"none\".",
                "report  | pom.xml | Cannot write the report to pom.xml: a file is in the way.",
                "write-known-failing | target | Cannot write the known failures to target: it is a folder.",
            })
    void aWrongPropertyIsToldInOneSentence(String name, String value, String sentence) {
        System.setProperty("cascata." + name, value);

        JUnitRun tests = JUnitRun.of(OnRamps.Leaking.class);

        assertThat(tests.failed(JUnitRun.UNJUDGED, sentence)).endsWith(".").hasLineCount(1);
        assertThat(tests.names()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'', true", "false, false"})
    void aTraceIsAskedForByName(String value, boolean trace) {
        assertThat(TestRequest.of(Options.defaults()).options().trace()).isFalse();

        System.setProperty("cascata.trace", value);

        assertThat(TestRequest.of(Options.defaults()).options().trace()).isEqualTo(trace);
    }

    @Test
    void knownFailuresAreNotWrittenFromOneProgram() {
        System.setProperty("cascata.program", "c1 = withCancel c0");
        System.setProperty(
                "cascata.write-known-failing", folder.resolve("known").toString());

        JUnitRun.of(OnRamps.Leaking.class).failed(JUnitRun.UNJUDGED, "One program or check alone");
    }

    @Test
    void aProgramAndACheckAreNotRunTogether() {
        System.setProperty("cascata.program", "c1 = withCancel c0");
        System.setProperty("cascata.check", CHECK);

        JUnitRun.of(OnRamps.Leaking.class).failed(JUnitRun.UNJUDGED, "not both.");
    }

    @Test
    void propertiesGoBeforeTheClassesOwnOptions() throws IOException {
        System.setProperty("cascata.seed", "7");
        System.setProperty("cascata.programs", "30");
        System.setProperty("cascata.rule", "LINK_3, link_2");
        System.setProperty("cascata.report", folder.toString());

        JUnitRun.of(OnRamps.Leaking.class);

        JsonNode kit = reported();
        assertThat(kit.path("seed").asLong()).isEqualTo(7);
        assertThat(kit.path("programs").asInt()).isEqualTo(30);
        assertThat(kit.path("rules").findValuesAsText("id")).containsExactly("LINK_2", "LINK_3");
    }

    @Test
    void aCheckIsRunAlone() throws IOException {
        System.setProperty("cascata.rule", "USE_3");
        System.setProperty("cascata.check", CHECK);
        System.setProperty("cascata.report", folder.toString());

        JUnitRun.of(OnRamps.Leaking.class).passed("USE_3: ");

        assertThat(reported().path("programs").asInt()).isZero();
    }

    @Test
    void whatIsBrokenIsWrittenDownWithTheReasonsThatAreKnown() {
        Path file = folder.resolve("known.txt");
        System.setProperty("cascata.write-known-failing", file.toString());

        JUnitRun.of(OnRamps.LeakingAsKnown.class);

        KnownFailing written = KnownFailingFiles.read(file);
        assertThat(written.lines()).hasSize(1);
        assertThat(written.of(LinkRule.LINK_2).orElseThrow().reason()).isEqualTo("ended children stay");
    }

    private JsonNode reported() throws IOException {
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve(JsonReport.FILE).toFile());
        return report.path("kits").path(0);
    }
}
