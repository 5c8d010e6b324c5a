package dev.cascata.conformance.rules;

/** What a run says about one rule and one kit. */
public enum Verdict {
    /** Checked, and kept every time. */
    PASS,
    /** Broken, and not known to be. */
    FAIL,
    /** Broken as the known-failing file says. */
    KNOWN,
    /** Broken as the library's own documentation says. */
    DIFFERS,
    /** A capability that the rule needs is not declared. */
    NOT_APPLICABLE,
    /** Decided by a kind of evidence that this run does not have. */
    NOT_RUN,
    /** Within the reach of this run, but never checked by it. */
    UNTESTED;

    /** Returns the verdict as reports write it, {@code NOT-RUN}. */
    public String label() {
        return name().replace('_', '-');
    }
}
