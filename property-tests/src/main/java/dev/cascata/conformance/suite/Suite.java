package dev.cascata.conformance.suite;

import dev.cascata.conformance.checks.Check;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.known.KnownFailing;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.search.Progress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Judges kits: the smoke program, the known failures, random programs, and a verdict for every rule. */
public final class Suite {
    private final Options options;
    private final KnownFailing known;
    private final Progress progress;
    private @Nullable Consumer<String> trace;
    private boolean guarded;

    public Suite(Options options, KnownFailing known, Progress progress) {
        this.options = options;
        this.known = known;
        this.progress = progress;
    }

    /** Passes on every step and what was read after it, line by line, if the options ask for a trace. */
    public Suite traceTo(Consumer<String> lines) {
        trace = options.trace() ? lines : null;
        return this;
    }

    /** Reports an adapter fault if anything is written to standard output while a kit is judged. */
    public Suite guardOutput() {
        guarded = true;
        return this;
    }

    /** Judges a kit by the known failures and by random programs. */
    public KitReport judge(Kit kit) {
        return judge(kit, KitRun::everything, options.full());
    }

    /** Judges a kit by one program only. */
    public KitReport judge(Kit kit, Program program) {
        return judge(kit, run -> run.only(program), false);
    }

    /** Judges a kit by one directed check only. */
    public KitReport judge(Kit kit, Check check) {
        return judge(kit, run -> run.only(check), false);
    }

    private KitReport judge(Kit kit, Consumer<KitRun> work, boolean full) {
        KitRun run = new KitRun(options, known, progress, kit);
        run.traceTo(trace);
        return guarded ? run.judgeGuarded(work, full) : run.judge(work, full);
    }
}
