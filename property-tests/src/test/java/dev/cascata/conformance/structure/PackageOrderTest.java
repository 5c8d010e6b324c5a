package dev.cascata.conformance.structure;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Between packages of the suite, imports run one way only. */
class PackageOrderTest {
    private static final String ROOT = "dev.cascata.conformance";
    private static final String FRONT_DOORS = "front doors";

    /** A package may import what an earlier line names, but nothing of its own line or a later one. */
    private static final List<List<String>> ORDER = List.of(
            List.of("cli", "json", "rules"),
            List.of("kit"),
            List.of("driver"),
            List.of("checks", "peers", "program"),
            List.of("plain", "model"),
            List.of("mutants", "generator", "trial"),
            List.of("process"),
            List.of("known", "search"),
            List.of("suite"),
            List.of("report"),
            List.of("discovery"),
            List.of(FRONT_DOORS));

    @Test
    void everyPackageHasAPlaceAndImportsEarlierOnesOnly() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);

        order().ensureAllClassesAreContainedInArchitecture().check(classes);
    }

    private static LayeredArchitecture order() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        List<String> earlier = new ArrayList<>();
        for (List<String> line : ORDER) {
            for (String name : line) {
                order = restrict(order.optionalLayer(name).definedBy(fullName(name)), name, earlier);
            }
            earlier.addAll(line);
        }
        return order;
    }

    private static LayeredArchitecture restrict(LayeredArchitecture order, String name, List<String> earlier) {
        LayeredArchitecture.LayerDependencySpecification layer = order.whereLayer(name);
        return earlier.isEmpty()
                ? layer.mayNotAccessAnyLayer()
                : layer.mayOnlyAccessLayers(earlier.toArray(String[]::new));
    }

    /** Returns the package of this name; the front doors are the package above all others. */
    private static String fullName(String name) {
        return name.equals(FRONT_DOORS) ? ROOT : ROOT + "." + name;
    }
}
