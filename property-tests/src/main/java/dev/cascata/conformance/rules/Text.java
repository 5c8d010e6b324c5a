package dev.cascata.conformance.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is written down about one rule. Built in one expression per enum constant; immutable once read.
 *
 * <p>Order of the calls: strength and sentence, sources, evidence, capabilities, then the explanation.
 */
public final class Text {
    private final Strength strength;
    private final String sentence;
    private final List<String> sources = new ArrayList<>();
    private final Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    private final Set<Capability> needs = EnumSet.noneOf(Capability.class);
    private final Set<Capability> oneOf = EnumSet.noneOf(Capability.class);
    private final Set<Capability> unless = EnumSet.noneOf(Capability.class);
    private String reason = "";
    private String go = "";
    private boolean goShows = true;
    private String look = "";
    private String example = "";

    private Text(Strength strength, String sentence) {
        this.strength = strength;
        this.sentence = sentence;
    }

    static Text must(String sentence) {
        return new Text(Strength.MUST, sentence);
    }

    static Text should(String sentence) {
        return new Text(Strength.SHOULD, sentence);
    }

    static Text may(String sentence) {
        return new Text(Strength.MAY, sentence);
    }

    /** The observations that the rule comes from: {@code "G17"}, {@code "R5"}. */
    Text from(String... observations) {
        sources.addAll(List.of(observations));
        return this;
    }

    Text by(Evidence... kinds) {
        evidence.addAll(List.of(kinds));
        return this;
    }

    Text needs(Capability... capabilities) {
        needs.addAll(List.of(capabilities));
        return this;
    }

    /** Of these, one at least is needed. */
    Text needsOneOf(Capability... capabilities) {
        oneOf.addAll(List.of(capabilities));
        return this;
    }

    /** Declared capabilities under which the rule does not apply. */
    Text unless(Capability... capabilities) {
        unless.addAll(List.of(capabilities));
        return this;
    }

    /** Why anybody should care: what goes wrong in a program without the rule. */
    Text because(String words) {
        reason = words;
        return this;
    }

    /** What Go does, and that a Go program can show it. */
    Text go(String words) {
        go = words;
        return this;
    }

    /** What Go does, where a Go program cannot show it: it dies, hangs, or lacks the notion. */
    Text goCannotShow(String words) {
        go = words;
        goShows = false;
        return this;
    }

    /** Where to look in one's own code when the rule fails. */
    Text look(String words) {
        look = words;
        return this;
    }

    /** A program in which the rule has something to say; a scenario in words where no program can. */
    Text example(String... lines) {
        example = String.join("\n", lines);
        return this;
    }

    public Strength strength() {
        return strength;
    }

    public String sentence() {
        return sentence;
    }

    public List<String> sources() {
        return List.copyOf(sources);
    }

    public Set<Evidence> evidence() {
        return Set.copyOf(evidence);
    }

    public Set<Capability> needs() {
        return Set.copyOf(needs);
    }

    /** Capabilities of which one at least is needed; none is if this is empty. */
    public Set<Capability> oneOf() {
        return Set.copyOf(oneOf);
    }

    public Set<Capability> unless() {
        return Set.copyOf(unless);
    }

    public String reason() {
        return reason;
    }

    public String go() {
        return go;
    }

    /** True if a Go program can show what the rule says and live. */
    public boolean goShows() {
        return goShows;
    }

    public String look() {
        return look;
    }

    public String example() {
        return example;
    }
}
