package dev.cascata.conformance.verdicts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.cascata.conformance.Main;
import dev.cascata.conformance.discovery.Adapters;
import dev.cascata.conformance.discovery.Candidate;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.process.Bundled;
import dev.cascata.conformance.process.ProcessKit;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.GoStance;
import dev.cascata.conformance.suite.KitReport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The adapters that come with the suite are judged as expected, each where its toolchain is usable. */
abstract class AdapterVerdicts {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isJudgedAsExpected(Bundled bundled) {
        try (ProcessKit kit = usable(bundled)) {
            KitReport report = Judged.of(kit);

            assertThat(report.fault()).isNull();
            assertThat(report.surprising()).as("%s", report.results()).isFalse();
        }
    }

    /** Of the rules that programs decide; known failures count as failures here. */
    @Test
    void goBreaksExactlyTheRulesMarkedAsDiffering() {
        try (ProcessKit kit = usable(Bundled.GO)) {
            assertThat(Judged.of(kit).results())
                    .allSatisfy(r -> assertThat(r.failure() != null)
                            .as(r.rule().id())
                            .isEqualTo(r.rule().text().goStance() == GoStance.DIFFERS
                                    && r.rule().evidence().contains(Evidence.PROGRAM)));
        }
    }

    static ProcessKit usable(Bundled bundled) {
        Candidate candidate = new Adapters(Options.DEFAULT_LIMIT_MILLIS).bundled(bundled);
        if (candidate instanceof Candidate.Absent absent) {
            System.out.println(absent.sentence());
            abort(absent.sentence());
        }
        return (ProcessKit) ((Candidate.Ready) candidate).kit();
    }

    @ParameterizedTest
    @EnumSource
    void adapterThatDoesNotCompileIsFaulty(Bundled bundled) throws IOException {
        usable(bundled).close();
        copyBuilt(bundled, folder.resolve("built"));
        Path sources = Files.createDirectories(folder.resolve("sources").resolve(bundled.title()));
        Path own = Path.of("adapters", bundled.title());
        for (String file : own.toFile().list()) {
            String text = Files.readString(own.resolve(file));
            Files.writeString(sources.resolve(file), file.startsWith("adapter") ? text + "\n)" : text);
        }

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> bundled.build(folder.resolve("sources"), folder.resolve("built"))))
                .isInstanceOf(AdapterFault.class)
                .hasMessageContaining("it does not compile");
    }

    /** With all that its compiler has made of other people's code, at the time at which it did. */
    private static void copyBuilt(Bundled bundled, Path to) throws IOException {
        Path built = Path.of("target", "adapters");
        try (Stream<Path> files = Files.walk(built.resolve(bundled.title()))) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(built.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void unknownAdapterIsWrongUsage() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        int code = Main.run(
                new String[] {"--adapter", "cobol"},
                new ByteArrayInputStream(new byte[0]),
                out,
                new PrintStream(err, true, StandardCharsets.UTF_8));

        assertThat(code).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("--adapter takes go, node or rust, not \"cobol\".\n");
    }
}
