package dev.cascata.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private static final String REGENERATE =
            "docs/rules.md differs from the catalogue; after a build, run in the repository: "
                    + "java -cp property-tests/target/conformance.jar dev.cascata.conformance.rules.RulesPage"
                    + " docs/rules.md";

    @Test
    void checkedInPageEqualsTheRenderedPage() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "rules.md")))
                .as(REGENERATE)
                .isEqualTo(RulesPage.render());
    }

    @Test
    void theFirstLineOfTextNamesItsReaders() {
        assertThat(RulesPage.render().lines().skip(2).findFirst())
                .hasValueSatisfying(line -> assertThat(line).startsWith("For authors of a "));
    }

    @Test
    void everyRuleAndEveryOtherObservationHasARow() {
        String page = RulesPage.render();

        assertThat(Catalogue.all())
                .allSatisfy(rule -> assertThat(page)
                        .contains("\n| " + rule.id() + " | " + rule.strength() + " | " + rule.sentence() + " | "
                                + rule.text().reason() + " | " + rule.text().goWithStance() + " | "));
        assertThat(NotRules.all())
                .allSatisfy(entry ->
                        assertThat(page).contains("\n| " + entry.observation() + " | " + entry.reason() + " |\n"));
    }

    @Test
    void everyTermAndEveryCapabilityIsExplained() {
        String page = RulesPage.render();

        assertThat(Glossary.all()).allSatisfy(entry -> {
            assertThat(entry.meaning()).endsWith(".");
            assertThat(page).contains("\n| " + entry.term() + " | " + entry.meaning() + " |\n");
        });
        assertThat(Glossary.all()).extracting(Glossary.Entry::term).doesNotHaveDuplicates();
        assertThat(Capability.values())
                .allSatisfy(capability ->
                        assertThat(page).contains("\n| " + capability + " | " + capability.meaning() + " |\n"));
    }

    @Test
    void cellBeginsWithADifferenceOfGo() {
        assertThat(RulesPage.render()).contains(" | Differs. It looks for the method on the parent itself, ");
    }
}
