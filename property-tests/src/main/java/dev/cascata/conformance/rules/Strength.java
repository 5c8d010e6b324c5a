package dev.cascata.conformance.rules;

/** How binding a rule is. Only failures of {@link #MUST} rules change the exit code. */
public enum Strength {
    MUST,
    SHOULD,
    MAY
}
