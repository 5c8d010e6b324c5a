package dev.cascata.conformance.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.cascata.conformance.kit.ContextKit;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the module shows to its users, and to reflection. */
class ModuleTest {
    private static final String ROOT = "dev.cascata.conformance";
    private static final Set<String> FACE = Set.of(ROOT, ROOT + ".json", ROOT + ".kit", ROOT + ".rules");
    private static final Path CLASSES = Path.of("target", "classes");

    private final ModuleDescriptor module =
            ModuleFinder.of(CLASSES).find(ROOT).orElseThrow().descriptor();

    @Test
    void exportsThePublicFaceOnly() {
        assertThat(module.exports())
                .allSatisfy(e -> assertThat(e.isQualified()).isFalse())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrderElementsOf(FACE);
    }

    @Test
    void opensPackagesToNamedModulesOnly() {
        assertThat(module.opens())
                .isNotEmpty()
                .allSatisfy(o -> assertThat(o.isQualified()).isTrue());
    }

    @Test
    void jacksonCanReachTheRecordsOfEveryPackageThatUsesIt() {
        Set<String> users = new ClassFileImporter()
                .importPath(CLASSES).stream()
                        .filter(c -> c.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        d -> d.getTargetClass().getPackageName().startsWith("com.fasterxml.jackson")))
                        .map(JavaClass::getPackageName)
                        .collect(Collectors.toSet());
        Set<String> reached = module.opens().stream()
                .filter(o -> o.targets().contains("com.fasterxml.jackson.databind"))
                .map(ModuleDescriptor.Opens::source)
                .collect(Collectors.toSet());
        reached.addAll(FACE);

        assertThat(users).isNotEmpty().isSubsetOf(reached);
    }

    @Test
    void providesTheSameKitsAsTheClassPath() throws IOException {
        List<String> services = Files.readAllLines(CLASSES.resolve("META-INF/services/" + ContextKit.class.getName()));

        assertThat(module.provides()).singleElement().satisfies(p -> {
            assertThat(p.service()).isEqualTo(ContextKit.class.getName());
            assertThat(p.providers()).isEqualTo(services);
        });
    }
}
