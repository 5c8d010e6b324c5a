package dev.cascata.conformance.driver;

import org.jspecify.annotations.Nullable;

/** An exception by which the suite itself ends a program or a check. It passes through a {@link KitDriver} unchanged. */
public abstract class SuiteException extends RuntimeException {
    private static final long serialVersionUID = 1;

    protected SuiteException(String message, @Nullable Throwable cause) {
        super(message, cause, false, false);
    }
}
