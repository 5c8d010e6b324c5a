package dev.cascata.conformance;

/** A kit that was asked for or found, whether or not it can be had. */
sealed interface Candidate {

    String className();

    /** A kit that can be judged. */
    record Ready(ContextKit<?> kit) implements Candidate {
        @Override
        public String className() {
            return kit.getClass().getName();
        }
    }

    /** A kit that cannot be made; {@code fault} says why, in one clause. */
    record Faulty(String className, String fault) implements Candidate {}

    /** A kit whose library is not on the class path; {@code missing} is the class looked for. */
    record Absent(String className, String missing) implements Candidate {
        String sentence() {
            return "not judged: " + className + ", because " + missing + " is not on the class path";
        }
    }
}
