package dev.cascata.conformance;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reports on kits with what they are known to break, made once for all tests that look at them. */
final class Judged {
    private static final Map<String, KitReport> REPORTS = new LinkedHashMap<>();

    private Judged() {}

    static synchronized KitReport of(Kit kit) {
        KitReport known = REPORTS.get(kit.id());
        if (known == null) {
            Options options = Trials.options(Trials.tries());
            known = new Suite(options, KnownFailingFiles.of(kit), Progress.NONE).judge(kit);
            REPORTS.put(kit.id(), known);
        }
        return known;
    }
}
