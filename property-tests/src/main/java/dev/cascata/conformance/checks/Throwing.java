package dev.cascata.conformance.checks;

/** Throws checked exceptions from code that does not declare them. */
final class Throwing {
    private Throwing() {}

    static void sneaky(Throwable thrown) {
        Throwing.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void as(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
