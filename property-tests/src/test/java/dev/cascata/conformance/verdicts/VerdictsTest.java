package dev.cascata.conformance.verdicts;

import org.junit.jupiter.api.Nested;

/** The verdicts on all that the main run judges; in one class, and so in one process, since the reports are shared. */
class VerdictsTest {
    @Nested
    class OfSubjects extends SubjectVerdicts {}

    @Nested
    class OfAdapters extends AdapterVerdicts {}

    @Nested
    class InTheMatrix extends MatrixVerdicts {}
}
