package dev.cascata.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cascata.conformance.program.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ancestry in a tree with merged contexts. */
class AncestryTest {
    private static final Model MODEL = model(
            "c1 = withCancel c0; c2 = background; c3 = withCancel c2; c4 = merge c1 c3;"
                    + "c5 = withCancel c4; c6 = withoutCancel c5; c7 = withCancel c6; c8 = merge c7 c4; c9 = background");

    private static Model model(String program) {
        Model model = new Model();
        Program.parse(program).steps().forEach(model::apply);
        return model;
    }

    private static Node node(int index) {
        return MODEL.nodes().get(index);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, true",
        "0, 5, true",
        "2, 5, true",
        "3, 8, true",
        "1, 0, false",
        "1, 1, false",
        "1, 3, false",
        "9, 8, false"
    })
    void anyParentLeadsToTheContextsAbove(int upper, int lower, boolean above) {
        assertThat(Ancestry.above(node(upper), node(lower))).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({"1, 3, true", "1, 1, false", "1, 4, false", "3, 5, false", "0, 9, true", "8, 3, false", "8, 9, true"})
    void contextsAreUnrelatedIfTheyShareNoRoot(int one, int other, boolean unrelated) {
        assertThat(Ancestry.unrelated(node(one), node(other))).isEqualTo(unrelated);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "5, false", "6, false", "7, true", "8, false"})
    void contextsBelowADetachedOneAreUnderItUnlessMerged(int index, boolean detached) {
        assertThat(Ancestry.underDetached(node(index))).isEqualTo(detached);
    }
}
