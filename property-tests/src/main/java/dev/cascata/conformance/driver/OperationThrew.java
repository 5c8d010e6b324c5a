package dev.cascata.conformance.driver;

import java.util.Objects;

/** An operation of the library threw. */
public final class OperationThrew extends SuiteException {
    private static final long serialVersionUID = 1;

    /** The operation, in words. */
    public final String operation;

    public OperationThrew(String operation, Throwable thrown) {
        super(operation, thrown);
        this.operation = operation;
    }

    /** Returns what the operation threw. */
    public Throwable thrown() {
        return Objects.requireNonNull(getCause());
    }
}
