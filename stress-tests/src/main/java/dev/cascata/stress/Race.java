package dev.cascata.stress;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.stress.races.Needs;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * One race.
 *
 * @param info its description by jcstress
 * @param name its simple class name, which is unique
 * @param rules the rules that it decides; a failure is reported under the first that applies to the kit
 * @param needs the capabilities that it uses
 */
record Race(TestInfo info, String name, List<Rule> rules, Set<Capability> needs) {

    /** Returns every race, sorted by name. */
    static List<Race> all() {
        return TestList.tests().stream()
                .map(name -> of(TestList.getInfo(name)))
                .sorted(Comparator.comparing(Race::name))
                .toList();
    }

    private static Race of(TestInfo info) {
        String name = info.name().substring(info.name().lastIndexOf('.') + 1);
        List<Rule> rules = info.refs().stream().map(Race::rule).toList();
        return new Race(info, name, rules, needs(info.binaryName()));
    }

    private static Rule rule(String id) {
        return Catalogue.find(id).orElseThrow(() -> new IllegalStateException("a race names an unknown rule: " + id));
    }

    private static Set<Capability> needs(String className) {
        try {
            Needs needs =
                    Class.forName(className, false, Race.class.getClassLoader()).getAnnotation(Needs.class);
            return needs == null ? Set.of() : Set.copyOf(Arrays.asList(needs.value()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Returns the rules that this race decides for a kit with these capabilities. There are none if it cannot be run.
     */
    List<Rule> rulesFor(Set<Capability> declared) {
        return declared.containsAll(needs)
                ? rules.stream().filter(rule -> rule.applies(declared)).toList()
                : List.of();
    }
}
