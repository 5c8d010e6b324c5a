package dev.cascata.conformance.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.kit.ContextKit;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KitLoaderTest {
    private static final String OVER_LIBRARY = BrokenKits.OverLibrary.class.getName();
    private static final String LIBRARY = BrokenKits.Library.class.getName();

    @TempDir
    Path folder;

    @Test
    void pageOnJudgingNamesEveryMethodOfTheKit() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "judging.md"));

        assertThat(ContextKit.class.getDeclaredMethods())
                .filteredOn(Method::isDefault)
                .extracting(Method::getName)
                .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }

    @Test
    void foundKitWithoutItsLibraryIsAbsentAndOthersAreFound() throws IOException {
        String throwing = BrokenKits.Throwing.class.getName();
        Path services = Files.write(folder.resolve("services"), List.of(OVER_LIBRARY, "no.such.Kit", throwing));

        List<Candidate> found =
                new KitLoader(new WithoutLibrary(services.toUri().toURL())).found();

        assertThat(found)
                .extracting(candidate -> candidate.getClass().getSimpleName())
                .containsExactly("Absent", "Faulty", "Faulty");
        assertThat(found.get(0)).isEqualTo(new Candidate.Absent(OVER_LIBRARY, LIBRARY + " is not on the class path"));
        assertThat(((Candidate.Absent) found.get(0)).sentence())
                .isEqualTo("not judged: " + OVER_LIBRARY + ", because " + LIBRARY + " is not on the class path");
        assertThat(found.get(1).className()).isEqualTo("no.such.Kit");
        assertThat(found.get(2).className()).isEqualTo(throwing);
    }

    @Test
    void namedKitWithoutItsLibraryIsFaulty() throws IOException {
        Path none = Files.createFile(folder.resolve("none"));

        assertThat(new KitLoader(new WithoutLibrary(none.toUri().toURL())).named(List.of(OVER_LIBRARY)))
                .containsExactly(new Candidate.Faulty(OVER_LIBRARY, LIBRARY + " is not on the class path"));
    }

    @Test
    void kitWhoseClassCannotBeInitialisedIsFaulty() {
        String name = BrokenKits.FailingClass.class.getName();

        assertThat(new KitLoader(getClass().getClassLoader())
                        .named(List.of(name))
                        .get(0)
                        .toString())
                .contains("NumberFormatException");
    }

    @Test
    void kitThatDoesNotReturnItsNameIsFaulty() {
        String name = BrokenKits.Nameless.class.getName();

        assertThat(new KitLoader(getClass().getClassLoader())
                        .named(List.of(name))
                        .get(0)
                        .toString())
                .contains("it does not return its name and capabilities: java.lang.IllegalStateException: no name");
    }

    /** Knows every class but one, and the providers of one file. */
    private static final class WithoutLibrary extends ClassLoader {
        private final URL services;

        WithoutLibrary(URL services) {
            super(KitLoaderTest.class.getClassLoader());
            this.services = services;
        }

        @Override
        public Enumeration<URL> getResources(String name) {
            return Collections.enumeration(List.of(services));
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals(LIBRARY)) {
                throw new ClassNotFoundException(name);
            }
            return name.equals(OVER_LIBRARY) ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (@Nullable InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
