package dev.cascata.conformance;

import dev.cascata.conformance.discovery.BrokenKits;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.Options;
import dev.cascata.conformance.mutants.LeakyKit;
import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.report.Replay;
import dev.cascata.conformance.report.Samples;
import dev.cascata.conformance.rules.CancelRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.rules.ValueRule;
import dev.cascata.conformance.search.Trials;
import dev.cascata.conformance.suite.KitReport;
import dev.cascata.conformance.suite.RuleResult;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Conformance tests as authors would write them, some of them wrong. */
final class OnRamps {
    private OnRamps() {}

    /** A short run with a seed of its own. */
    abstract static class Brief extends ConformanceTest {
        private final List<Rule> rules;

        Brief(Rule... rules) {
            this.rules = List.of(rules);
        }

        @Override
        protected Options options() {
            return new Options(5, 60, rules, false, Trials.LIMIT_MILLIS);
        }
    }

    /** Shows a report that exists already. */
    static final class Sampled {
        @TestFactory
        List<DynamicNode> conformance() {
            return new RuleTests(report(), new Replay.Test("theirs.TheirTest", 1, true)).nodes();
        }

        static KitReport report() {
            KitReport real = Samples.report();
            List<RuleResult> results = new ArrayList<>(real.results());
            results.add(Samples.untested());
            return new KitReport(
                    real.kit(),
                    real.kitClass(),
                    real.capabilities(),
                    real.linking(),
                    real.seed(),
                    real.programs(),
                    real.statistics(),
                    results,
                    real.stale(),
                    real.fault());
        }
    }

    static final class Leaking extends Brief {
        Leaking() {
            super(LinkRule.LINK_2);
        }

        @Override
        protected ContextKit<?> kit() {
            return new LeakyKit() {};
        }
    }

    static final class LeakingAsKnown extends Brief {
        LeakingAsKnown() {
            super(LinkRule.LINK_2, CancelRule.CANCEL_2);
        }

        @Override
        protected ContextKit<?> kit() {
            return new LeakyKit();
        }
    }

    static final class LeakingAsDocumented extends Brief {
        LeakingAsDocumented() {
            super(LinkRule.LINK_2);
        }

        @Override
        protected ContextKit<?> kit() {
            return new LeakyKit() {
                @Override
                public Map<Rule, String> differs() {
                    return Map.of(LinkRule.LINK_2, "see their own page");
                }
            };
        }
    }

    /** A library that declares little. */
    static final class Narrow extends Brief {
        static int asked;

        Narrow() {
            super(CancelRule.CANCEL_3, ValueRule.VALUE_1);
        }

        @Override
        protected ContextKit<?> kit() {
            asked++;
            return new PlainKit() {
                @Override
                public Set<Capability> capabilities() {
                    return Set.of(Capability.CANCEL_RESULT, Capability.EAGER);
                }
            };
        }
    }

    static final class ReturningNull extends Brief {
        @Override
        protected ContextKit<?> kit() {
            return new PlainKit() {
                @Override
                @SuppressWarnings("NullAway")
                public Context withCancel(Context parent, Environment environment) {
                    return null;
                }
            };
        }
    }

    static final class Nameless extends Brief {
        @Override
        protected ContextKit<?> kit() {
            return new BrokenKits.Nameless();
        }
    }

    static final class Misread extends Brief {
        @Override
        protected ContextKit<?> kit() {
            return new MisreadKit();
        }
    }

    static final class WithoutKit extends Brief {
        @Override
        @SuppressWarnings("NullAway")
        protected ContextKit<?> kit() {
            return null;
        }
    }

    /** A kit whose known-failing file cannot be read. */
    static final class MisreadKit extends PlainKit {}
}
