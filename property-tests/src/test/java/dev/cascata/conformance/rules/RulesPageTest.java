package dev.cascata.conformance.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private static final String REGENERATE =
            "RULES.md is not what the catalogue says; after a build, run in the repository: "
                    + "java -cp property-tests/target/conformance.jar dev.cascata.conformance.rules.RulesPage"
                    + " property-tests/RULES.md";

    @Test
    void theCheckedInPageIsTheRenderedOne() throws IOException {
        assertThat(Files.readString(Path.of("RULES.md"))).as(REGENERATE).isEqualTo(RulesPage.render());
    }

    @Test
    void everyRuleAndEveryOtherObservationHasARow() {
        String page = RulesPage.render();

        assertThat(Catalogue.all())
                .allSatisfy(rule -> assertThat(page)
                        .contains("\n| " + rule.id() + " | " + rule.strength() + " | " + rule.sentence() + " | "));
        assertThat(NotRules.all())
                .allSatisfy(entry ->
                        assertThat(page).contains("\n| " + entry.observation() + " | " + entry.reason() + " |\n"));
    }
}
