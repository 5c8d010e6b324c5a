package dev.cascata.conformance.mutants;

import java.util.List;
import java.util.stream.Stream;

/** All mutants, sorted by area; the cunning ones come last. */
public final class Mutants {
    private static final List<Mutant> ALL = Stream.<Mutant[]>of(
                    RootMutant.values(),
                    CancelMutant.values(),
                    ErrMutant.values(),
                    CauseMutant.values(),
                    DeadlineMutant.values(),
                    TimerMutant.values(),
                    ValueMutant.values(),
                    DetachMutant.values(),
                    CallbackMutant.values(),
                    UserCodeMutant.values(),
                    ForeignMutant.values(),
                    MergeMutant.values(),
                    CallMutant.values(),
                    LinkMutant.values(),
                    InputMutant.values(),
                    WaitMutant.values(),
                    UpkeepMutant.values(),
                    UseMutant.values(),
                    CunningMutant.values(),
                    CunningLinkMutant.values())
            .flatMap(Stream::of)
            .toList();

    private Mutants() {}

    public static List<Mutant> all() {
        return ALL;
    }

    public static Mutant named(String name) {
        return ALL.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no mutant " + name));
    }
}
