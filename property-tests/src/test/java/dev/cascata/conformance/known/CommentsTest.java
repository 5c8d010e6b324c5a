package dev.cascata.conformance.known;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comments of a known-failing file survive when the suite writes it again. */
class CommentsTest {
    private static final String HEADER = "# What Lib 2 is known to break: rule | reason | program that shows it.\n";
    private static final String CANCEL_9 = "CANCEL_9 | late | c1 = withCancel c0\n";
    private static final String LINK_2 = "LINK_2 | a leak | c1 = withCancel c0\n";
    private static final String USE_3 = "USE_3 | no text | check print-shows-the-path\n";

    @Test
    void fileWithoutCommentsGetsAHeader() {
        assertThat(written("", CANCEL_9 + LINK_2)).isEqualTo(HEADER + CANCEL_9 + LINK_2);
    }

    @Test
    void commentsStayAboveTheirEntry() {
        String file =
                "# What Lib 1 is known to break: rule.\n# Ask Ann.\n\n" + LINK_2 + "# Old.\n" + CANCEL_9 + "# End.\n";

        assertThat(written(file, CANCEL_9 + LINK_2))
                .isEqualTo(HEADER + "# Old.\n" + CANCEL_9 + "# Ask Ann.\n\n" + LINK_2 + "# End.\n");
    }

    @Test
    void commentsOfARemovedEntryMoveToTheNextEntry() {
        String file = "# One.\n" + CANCEL_9 + "# Two.\n" + LINK_2 + "# Three.\n" + USE_3;

        assertThat(written(file, LINK_2)).isEqualTo(HEADER + "# One.\n# Two.\n" + LINK_2 + "# Three.\n");
        assertThat(written(file, USE_3)).isEqualTo(HEADER + "# One.\n# Two.\n# Three.\n" + USE_3);
    }

    @Test
    void fileOfAnotherSystemIsReadAsWell() {
        String file = "\uFEFF# One.\r\n" + CANCEL_9.replace("\n", "\r\n");

        assertThat(written(file, CANCEL_9)).isEqualTo(HEADER + "# One.\n" + CANCEL_9);
        assertThat(KnownFailing.parse(file, "file").lines())
                .isEqualTo(KnownFailing.parse(CANCEL_9, "file").lines());
    }

    private static String written(String file, String entries) {
        return Comments.of(file).around(KnownFailing.parse(entries, "entries"), "Lib 2");
    }
}
