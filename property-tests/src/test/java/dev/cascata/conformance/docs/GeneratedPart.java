package dev.cascata.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The part of a page between two comments, {@code <!-- name -->} and {@code <!-- /name -->}; {@code -Dgolden=write}
 * writes it again.
 */
public record GeneratedPart(Path page, String name) {

    public String text() throws IOException {
        String all = Files.readString(page);
        return all.substring(begin(all), end(all));
    }

    public void check(String expected) throws IOException {
        if ("write".equals(System.getProperty("golden"))) {
            write(expected);
        }
        assertThat(text())
                .as("%s of %s; -Dgolden=write writes it again", name, page)
                .isEqualTo(expected);
    }

    private void write(String part) throws IOException {
        String all = Files.readString(page);
        Files.writeString(page, all.substring(0, begin(all)) + part + all.substring(end(all)));
    }

    private int begin(String all) {
        String comment = "<!-- " + name + " -->\n";
        assertThat(all).as("%s", page).contains(comment);
        return all.indexOf(comment) + comment.length();
    }

    private int end(String all) {
        int end = all.indexOf("<!-- /" + name + " -->\n");
        assertThat(end).as("end of %s in %s", name, page).isNotNegative();
        return end;
    }
}
