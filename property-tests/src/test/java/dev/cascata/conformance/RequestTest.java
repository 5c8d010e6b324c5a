package dev.cascata.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.json.ConformanceReport;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.known.KnownFailingFiles;
import dev.cascata.conformance.rules.LinkRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conformance test obeys system properties, and refuses wrong ones. */
class RequestTest {
    private static final String CHECK = "print-shows-the-path";

    private final BuildProperties build = new BuildProperties();

    @TempDir
    Path folder;

    @BeforeEach
    void forgetPropertiesOfTheBuild() {
        build.forget();
    }

    @AfterEach
    void restoreThem() {
        build.restore();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "programs | many    | -Dcascata.programs takes a whole number from 1 on, not \"many\".",
                "programs | 0       | -Dcascata.programs takes a whole number from 1 on, not \"0\".",
                "seed     | 1.5     | -Dcascata.seed takes a whole number, not \"1.5\".",
                "rule     | NONE_1  | -Dcascata.rule takes the id of a rule, such as CANCEL_3, not \"NONE_1\".",
                "program  | frob    | Cannot read the program in -Dcascata.program: step 1 of the program",
                "check    | none    | -Dcascata.check takes the name of a directed check, such as null-key, not \"none\".",
                "report   | pom.xml | Cannot write the report to pom.xml: a file is in the way.",
                "write-known-failing | target | Cannot write the known failures to target: it is a folder.",
            })
    void wrongPropertyIsRefusedInOneSentence(String name, String value, String sentence) {
        System.setProperty("cascata." + name, value);

        JUnitRun tests = JUnitRun.of(OnRamps.Leaking.class);

        assertThat(tests.failed(JUnitRun.UNJUDGED, sentence)).endsWith(".").hasLineCount(1);
        assertThat(tests.names()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "'', true", "false, false"})
    void traceIsOnUnlessItIsFalse(String value, boolean trace) {
        assertThat(request().options().trace()).isFalse();

        System.setProperty("cascata.trace", value);

        assertThat(request().options().trace()).isEqualTo(trace);
    }

    @Test
    void knownFailuresAreNotWrittenFromOneProgram() {
        System.setProperty("cascata.program", "c1 = withCancel c0");
        System.setProperty(
                "cascata.write-known-failing", folder.resolve("known").toString());

        JUnitRun.of(OnRamps.Leaking.class)
                .failed(
                        JUnitRun.UNJUDGED,
                        "-Dcascata.write-known-failing cannot be combined with -Dcascata.program or -Dcascata.check.");
    }

    @Test
    void programAndCheckAreNotRunTogether() {
        System.setProperty("cascata.program", "c1 = withCancel c0");
        System.setProperty("cascata.check", CHECK);

        JUnitRun.of(OnRamps.Leaking.class)
                .failed(JUnitRun.UNJUDGED, "-Dcascata.program cannot be combined with -Dcascata.check.");
    }

    @Test
    void propertiesOverrideTheOptionsOfTheClass() throws IOException {
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
    void checkIsRunAlone() throws IOException {
        System.setProperty("cascata.rule", "USE_3");
        System.setProperty("cascata.check", CHECK);
        System.setProperty("cascata.report", folder.toString());

        JUnitRun.of(OnRamps.Leaking.class).passed("USE_3: ");

        assertThat(reported().path("programs").asInt()).isZero();
    }

    @Test
    void brokenRulesAreWrittenWithTheKnownReasons() {
        Path file = folder.resolve("known.txt");
        System.setProperty("cascata.write-known-failing", file.toString());

        JUnitRun.of(OnRamps.LeakingAsKnown.class);

        KnownFailing written = KnownFailingFiles.read(file);
        assertThat(written.lines()).hasSize(1);
        assertThat(written.of(LinkRule.LINK_2).orElseThrow().reason()).isEqualTo("ended children stay");
    }

    private static Request request() {
        return Request.of(Flags.ofProperties(), Options.defaults(), InputStream.nullInputStream());
    }

    private JsonNode reported() throws IOException {
        JsonNode report = new ObjectMapper()
                .readTree(folder.resolve(ConformanceReport.FILE).toFile());
        return report.path("kits").path(0);
    }
}
