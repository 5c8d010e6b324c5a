package dev.cascata.conformance.discovery;

import dev.cascata.conformance.kit.Kit;

/** A kit that was asked for or found, whether or not it can be had. */
public sealed interface Candidate {

    String className();

    /** A kit that can be judged. */
    record Ready(Kit kit) implements Candidate {
        @Override
        public String className() {
            return kit.id();
        }
    }

    /** A kit that cannot be made; {@code fault} says why, in one clause. */
    record Faulty(String className, String fault) implements Candidate {}

    /** A kit that cannot be had here; {@code reason} says why, in one clause. */
    record Absent(String className, String reason) implements Candidate {
        public String sentence() {
            return "not judged: " + className + ", because " + reason;
        }
    }
}
