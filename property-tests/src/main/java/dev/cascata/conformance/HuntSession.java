package dev.cascata.conformance;

import dev.cascata.conformance.cli.ExitCode;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.Mutant;
import dev.cascata.conformance.mutants.Mutants;
import dev.cascata.conformance.report.JsonReport;
import dev.cascata.conformance.report.MutantReport;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.suite.Hunt;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Runs the suite on all mutants, or on those that name one of the rules asked for; prints and writes the table. */
final class HuntSession {
    private final Flags flags;
    private final Options options;
    private final PrintStream out;
    private final PrintStream err;

    HuntSession(Flags flags, PrintStream out, PrintStream err) {
        this.flags = flags;
        this.options = Request.of(flags, Options.defaults(), InputStream.nullInputStream())
                .options();
        this.out = out;
        this.err = err;
    }

    /** Returns {@code EXPECTED} if every mutant is killed. */
    ExitCode run() {
        if (flags.report != null) {
            JsonReport.checkWritable(flags.report, MutantReport.FILE);
        }
        out.print(MutantReport.head());
        List<Hunt.Result> results = new ArrayList<>();
        Hunt hunt = new Hunt(options, true);
        for (Mutant mutant : mutants()) {
            results.add(hunt.hunt(mutant));
            out.print(MutantReport.line(results.get(results.size() - 1)));
            out.flush();
        }
        out.print(MutantReport.total(results));
        return graded(results);
    }

    private List<Mutant> mutants() {
        Set<Rule> asked = Request.asked(flags);
        return Mutants.all().stream()
                .filter(m -> asked.isEmpty() || m.rules().stream().anyMatch(asked::contains))
                .toList();
    }

    private ExitCode graded(List<Hunt.Result> results) {
        List<Hunt.Result> surviving =
                results.stream().filter(r -> r.failure() == null).toList();
        surviving.forEach(r -> err.println(MutantReport.sentence(r)));
        if (flags.report != null) {
            JsonReport.write(flags.report, MutantReport.FILE, MutantReport.json(options.seed(), results));
        }
        return surviving.isEmpty() ? ExitCode.EXPECTED : ExitCode.SURPRISE;
    }
}
