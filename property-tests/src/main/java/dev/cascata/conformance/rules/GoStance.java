package dev.cascata.conformance.rules;

/** How Go's own context relates to a rule. */
public enum GoStance {
    /** Go keeps the rule. */
    KEEPS(""),
    /** Go does something else, and a Go program can show it. */
    DIFFERS("Differs. "),
    /** Go dies or hangs: a program that gets to the case shows nothing after that. */
    DIES("Dies or hangs. "),
    /** Go lacks what the rule is about, so a Go program cannot get to the case. */
    LACKS("No such notion. ");

    private final String prefix;

    GoStance(String prefix) {
        this.prefix = prefix;
    }

    /** Returns what Go does, with the stance in front unless Go keeps the rule. */
    String before(String words) {
        return prefix + words;
    }

    /** True if Go programs can be compared with the rule; where Go dies, only those that stop short of that case. */
    public boolean comparable() {
        return this == KEEPS || this == DIES;
    }
}
