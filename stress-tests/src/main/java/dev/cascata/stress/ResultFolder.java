package dev.cascata.stress;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** The folder for the files of a run. */
final class ResultFolder {
    private ResultFolder() {}

    /**
     * Returns the folder {@code races} beside the jar, or beside the class folder, from which this program was
     * started.
     */
    static Path standard() {
        try {
            Path code = Path.of(ResultFolder.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolveSibling("races");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
