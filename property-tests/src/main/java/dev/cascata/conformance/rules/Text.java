package dev.cascata.conformance.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The texts and properties of one rule. Built in one expression per enum constant; immutable once read.
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
    private GoStance goStance = GoStance.KEEPS;
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

    /** Capabilities of which at least one is needed. */
    Text needsOneOf(Capability... capabilities) {
        oneOf.addAll(List.of(capabilities));
        return this;
    }

    /** Declared capabilities under which the rule does not apply. */
    Text unless(Capability... capabilities) {
        unless.addAll(List.of(capabilities));
        return this;
    }

    /** Why the rule matters: what goes wrong in a program without it. */
    Text because(String words) {
        reason = words;
        return this;
    }

    /** How Go keeps the rule. */
    Text go(String words) {
        return go(GoStance.KEEPS, words);
    }

    /** What Go does instead. */
    Text goDiffers(String words) {
        return go(GoStance.DIFFERS, words);
    }

    /** What kills or blocks a Go program that gets to the case. */
    Text goDies(String words) {
        return go(GoStance.DIES, words);
    }

    /** Which notion Go lacks. */
    Text goLacks(String words) {
        return go(GoStance.LACKS, words);
    }

    private Text go(GoStance stance, String words) {
        goStance = stance;
        go = words;
        return this;
    }

    /** Where an author should look in a library that fails the rule. */
    Text look(String words) {
        look = words;
        return this;
    }

    /** A program to which the rule applies; a scenario in words if no program can show it. */
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

    /** Capabilities of which at least one is needed; if empty, none is needed. */
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

    /** What Go does, with its stance in front unless it keeps the rule. */
    public String goWithStance() {
        return goStance.before(go);
    }

    /** How Go's context relates to the rule. */
    public GoStance goStance() {
        return goStance;
    }

    public String look() {
        return look;
    }

    public String example() {
        return example;
    }
}
