package dev.cascata.conformance.checks;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Evidence;
import dev.cascata.conformance.rules.Rule;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One small named scenario that tests a rule in a case that random programs are unlikely to hit. Immutable.
 *
 * @param rule the rule that it tests
 * @param kind what kind of evidence it is
 * @param name the name on the command line and in known-failing files
 * @param scenario what happens in it, in sentences
 * @param why why the library has to behave as the scenario expects, in half a sentence; a failure prints it
 * @param needs the capabilities that it uses beyond those that the rule needs
 * @param body the scenario itself
 */
public record Check(
        Rule rule, Evidence kind, String name, String scenario, String why, Set<Capability> needs, Body body) {
    /** Drives the library and checks what it does. Throws at the first expectation that is not met. */
    @FunctionalInterface
    public interface Body {
        void run(Stage stage) throws Exception;
    }

    public Check {
        needs = Set.copyOf(needs);
    }

    static Check directed(Rule rule, String name, String scenario, String why, Body body) {
        return new Check(rule, Evidence.DIRECTED, name, scenario, why, Set.of(), body);
    }

    static Check scale(Rule rule, String name, String scenario, String why, Body body) {
        return new Check(rule, Evidence.SCALE, name, scenario, why, Set.of(), body);
    }

    static Check resource(Rule rule, String name, String scenario, String why, Body body) {
        return new Check(rule, Evidence.RESOURCE, name, scenario, why, Set.of(), body);
    }

    Check needing(Capability... more) {
        Set<Capability> all = new HashSet<>(needs);
        all.addAll(List.of(more));
        return new Check(rule, kind, name, scenario, why, all, body);
    }

    /** Returns true if a kit that declares these capabilities can play the scenario. */
    public boolean applies(Set<Capability> declared) {
        return rule.applies(declared) && declared.containsAll(needs);
    }

    /** Returns every capability that a library needs for this check. */
    public Set<Capability> allNeeds() {
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        all.addAll(rule.needs());
        all.addAll(needs);
        return all;
    }

    /** Returns the rule and the name, for people. */
    @Override
    public String toString() {
        return rule.id() + " " + name;
    }
}
