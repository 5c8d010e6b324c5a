package dev.cascata.conformance.cli;

import picocli.CommandLine.ITypeConverter;

/** Whole numbers as values of flags. */
public final class Numbers {
    private Numbers() {}

    private static long parse(String text, String wanted) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wanted, e);
        }
    }

    /** Any whole number. */
    public static final class Whole implements ITypeConverter<Long> {
        @Override
        public Long convert(String text) {
            return parse(text, "a whole number");
        }
    }

    /** A whole number from 1 on. */
    public static final class Positive implements ITypeConverter<Integer> {
        private static final String WANTED = "a whole number from 1 on";

        @Override
        public Integer convert(String text) {
            long number = parse(text, WANTED);
            if (number > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a number up to " + Integer.MAX_VALUE);
            } else if (number < 1) {
                throw new IllegalArgumentException(WANTED);
            }
            return (int) number;
        }
    }
}
