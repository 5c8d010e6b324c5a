package dev.cascata.stress;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the files of a run go. */
final class Places {
    private Places() {}

    /** The folder {@code races} beside the jar, or beside the folder of classes, that this program was started from. */
    static Path beside() {
        try {
            Path code = Path.of(Places.class
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
