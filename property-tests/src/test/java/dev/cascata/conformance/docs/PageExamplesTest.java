package dev.cascata.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.BuildProperties;
import dev.cascata.conformance.ConformanceTest;
import dev.cascata.conformance.JUnitRun;
import dev.cascata.conformance.report.Golden;
import dev.cascata.context.Context;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** The Java of README and docs compiles and does what the pages say; the shown failure is the one that is printed. */
class PageExamplesTest {
    private static final Path README = Path.of("..", "README.md");
    private static final Path JUDGING = Path.of("..", "docs", "judging.md");
    private static final Path CONTEXT = Path.of("..", "docs", "context.md");
    private static final Path PROJECT = Path.of("src", "it", "scope", "src");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern FAILURE = Pattern.compile("(?ms)^```\\n(([A-Z]+_\\d+) \\(MUST\\) is broken.*?)^```$");
    private static final Pattern TYPE = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
    private static final String PROGRAMS = "100";
    private static final String MAVEN = "surefire.test.class.path";

    @TempDir
    Path folder;

    private final BuildProperties build = new BuildProperties();
    private final @Nullable String maven = System.getProperty(MAVEN);

    @BeforeEach
    void runAsMavenWould() {
        build.forget();
        System.setProperty(MAVEN, "");
    }

    @AfterEach
    void restore() {
        build.restore();
        if (maven == null) {
            System.clearProperty(MAVEN);
        } else {
            System.setProperty(MAVEN, maven);
        }
    }

    @Test
    void readmeShowsTheFailureThatItsKitCauses() throws Exception {
        String readme = Files.readString(README);
        Matcher shown = FAILURE.matcher(readme);
        assertThat(shown.find()).isTrue();
        List<String> sources = new ArrayList<>(blocks(README));
        sources.add(Files.readString(PROJECT.resolve(Path.of("main", "java", "example", "Scope.java"))));
        System.setProperty("cascata.rule", shown.group(2));
        System.setProperty("cascata.programs", PROGRAMS);

        try (URLClassLoader classes = compiled(sources)) {
            Class<?> test = classes.loadClass("example.ScopeConformanceTest");
            String printed =
                    JUnitRun.of(test).failed(shown.group(2), " is broken: ").strip() + "\n";
            if (Golden.isWritten()) {
                Files.writeString(README, readme.replace(shown.group(1), printed));
            } else {
                assertThat(shown.group(1)).as("-Dgolden=write writes it again").isEqualTo(printed);
            }
        }
    }

    @Test
    void pageOnJudgingShowsTheProjectThatIsBuilt() throws IOException {
        assertThat(blocks(JUDGING))
                .containsExactly(
                        withoutJavadoc(PROJECT.resolve(Path.of("main", "java", "example", "Scope.java"))),
                        withoutJavadoc(PROJECT.resolve(Path.of("test", "java", "example", "ScopeKit.java"))));
        assertThat(Files.readString(JUDGING))
                .contains(Files.readString(
                        PROJECT.resolve(Path.of("test", "resources", "example", "ScopeKit.known-failing.txt"))));
    }

    private static String withoutJavadoc(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)^/\\*\\*.*\\*/\\n", "");
    }

    @Test
    void testOnVirtualTimePasses() throws Exception {
        String method = blocks(CONTEXT).stream()
                .filter(block -> block.startsWith("@Test"))
                .findFirst()
                .orElseThrow();
        String source = "import dev.cascata.context.*; import java.time.Duration; import org.junit.jupiter.api.Test;"
                + " import static org.junit.jupiter.api.Assertions.assertEquals;\nclass Shown {\n" + method + "}\n";

        try (URLClassLoader classes = compiled(List.of(source))) {
            JUnitRun.of(classes.loadClass("Shown")).passed("endsAfterThreeSeconds");
        }
    }

    private static List<String> blocks(Path page) throws IOException {
        return JAVA.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private URLClassLoader compiled(List<String> sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()));
        for (String source : sources) {
            Matcher type = TYPE.matcher(source);
            assertThat(type.find()).isTrue();
            Path file = Files.writeString(folder.resolve(type.group(1) + ".java"), source);
            arguments.add(file.toString());
        }
        int code = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK runs the tests")
                .run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    private static String classPath() {
        return Stream.of(
                        ConformanceTest.class,
                        Context.class,
                        Nullable.class,
                        Test.class,
                        Assertions.class,
                        API.class,
                        AssertionFailedError.class)
                .map(PageExamplesTest::location)
                .distinct()
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
