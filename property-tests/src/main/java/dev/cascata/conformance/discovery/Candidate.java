package dev.cascata.conformance.discovery;

import dev.cascata.conformance.kit.Kit;

/** A kit that was asked for or found, whether or not it can be judged. */
public sealed interface Candidate {

    String className();

    /** A kit that can be judged. */
    record Ready(Kit kit) implements Candidate {
        @Override
        public String className() {
            return kit.id();
        }
    }

    /** A kit that cannot be created; {@code fault} says why, in one clause. */
    record Faulty(String className, String fault) implements Candidate {}

    /** A kit whose library or language is missing here; {@code reason} says why, in one clause. */
    record Absent(String className, String reason) implements Candidate {
        public String sentence() {
            return "not judged: " + className + ", because " + reason;
        }
    }
}
