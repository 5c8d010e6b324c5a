package dev.cascata.conformance;

import java.util.Properties;

/** The properties that this build sets for conformance tests, removed while a test sets others. */
public final class BuildProperties {
    private final Properties before = new Properties();

    public void forget() {
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(Flags.PROPERTY))
                .forEach(name -> before.setProperty(name, System.clearProperty(name)));
    }

    public void restore() {
        System.getProperties().keySet().removeIf(name -> name.toString().startsWith(Flags.PROPERTY));
        System.getProperties().putAll(before);
    }
}
