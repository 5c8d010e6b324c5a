package dev.cascata.conformance.checks;

import dev.cascata.conformance.rules.Rule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All directed checks. */
public final class Checks {
    private static final List<Check> ALL = Stream.of(
                    ArgumentChecks.all(),
                    ReentrancyChecks.all(),
                    ThrowingChecks.all(),
                    ThreadChecks.all(),
                    ForeignChecks.all(),
                    MergeChecks.all(),
                    InterruptChecks.all(),
                    CallChecks.all(),
                    FutureChecks.all(),
                    WaitChecks.all(),
                    PureReadChecks.all(),
                    PrintChecks.all(),
                    ReachabilityChecks.all(),
                    ResourceChecks.all(),
                    ScaleChecks.all(),
                    CostChecks.all())
            .flatMap(List::stream)
            .toList();

    private Checks() {}

    /** Returns all checks in the order in which they run. */
    public static List<Check> all() {
        return ALL;
    }

    public static List<Check> of(Rule rule) {
        return ALL.stream().filter(check -> check.rule() == rule).toList();
    }

    public static Optional<Check> find(String name) {
        return ALL.stream().filter(check -> check.name().equals(name)).findFirst();
    }
}
