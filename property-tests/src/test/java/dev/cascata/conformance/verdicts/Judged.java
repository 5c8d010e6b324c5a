package dev.cascata.conformance.verdicts;

import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailingFiles;
import dev.cascata.conformance.search.Progress;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.Suite;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports on kits and their known failures, made once for all tests. */
final class Judged {
    private static final Map<String, KitReport> REPORTS = new LinkedHashMap<>();

    private Judged() {}

    static synchronized KitReport of(Kit kit) {
        KitReport known = REPORTS.get(kit.id());
        if (known == null) {
            Options options = Trials.options(Trials.programs());
            known = new Suite(options, KnownFailingFiles.of(kit), Progress.NONE).judge(kit);
            REPORTS.put(kit.id(), known);
        }
        return known;
    }
}
