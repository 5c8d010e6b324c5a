package dev.cascata.conformance;

import java.util.Properties;

/** What this build asks of conformance tests, set aside while a test asks for something else. */
public final class BuildProperties {
    private final Properties before = new Properties();

    public void forget() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(TestRequest.PREFIX))
                .forEach(name -> before.setProperty(name, System.clearProperty(name)));
    }

    public void restore() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith(TestRequest.PREFIX));
        System.getProperties().putAll(before);
    }
}
