package dev.cascata.conformance.checks;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One small named scenario that puts a rule to the test where chance is a poor finder. Immutable.
 *
 * @param rule the rule that it decides
 * @param kind what kind of evidence it is
 * @param name what it is called on the command line and in known-failing files
 * @param scenario what happens in it, in a sentence
 * @param needs capabilities that it uses beyond those that the rule needs
 * @param body the scenario itself
 */
public record Check(Rule rule, Evidence kind, String name, String scenario, Set<Capability> needs, Body body) {
    /** What is done to the library. Ends by throwing if something is not as it has to be. */
    @FunctionalInterface
    public interface Body {
        void run(Stage stage) throws Exception;
    }

    public Check {
        needs = Set.copyOf(needs);
    }

    static Check directed(Rule rule, String name, String scenario, Body body) {
        return new Check(rule, Evidence.DIRECTED, name, scenario, Set.of(), body);
    }

    static Check scale(Rule rule, String name, String scenario, Body body) {
        return new Check(rule, Evidence.SCALE, name, scenario, Set.of(), body);
    }

    static Check resource(Rule rule, String name, String scenario, Body body) {
        return new Check(rule, Evidence.RESOURCE, name, scenario, Set.of(), body);
    }

    Check needing(Capability... more) {
        Set<Capability> all = new HashSet<>(needs);
        all.addAll(List.of(more));
        return new Check(rule, kind, name, scenario, all, body);
    }

    /** True if a kit that declares these capabilities can play the scenario. */
    public boolean applies(Set<Capability> declared) {
        return rule.applies(declared) && declared.containsAll(needs);
    }

    /** Everything that a library has to offer for this check. */
    public Set<Capability> allNeeds() {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(rule.needs());
        all.addAll(needs);
        return all;
    }

    /** The rule and the scenario, for people. */
    @Override
    public String toString() {
        return rule.id() + " " + name;
    }
}
