package example.flag.test;

import dev.cascata.conformance.ConformanceTest;

class FlagConformanceTest extends ConformanceTest {
    @Override protected FlagKit kit() { return new FlagKit(); }
}
