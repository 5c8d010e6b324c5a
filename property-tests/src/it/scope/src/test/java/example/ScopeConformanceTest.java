package example;

import dev.cascata.conformance.ConformanceTest;

class ScopeConformanceTest extends ConformanceTest {
    @Override protected ScopeKit kit() { return new ScopeKit(); }
}
