package dev.cascata.stress.races;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The kit under stress, by name: a class with a public constructor without arguments, or {@code Enum#CONSTANT}, a
 * constant that supplies a kit.
 */
public final class Chosen {
    /** The system property that names the kit in a forked JVM. */
    public static final String PROPERTY = "cascata.kit";

    /** The system property that says how many milliseconds a thread is waited for in a forked JVM. */
    public static final String PATIENCE = "cascata.patience";

    /** What a library may need that does its part, however busy the machine is; in milliseconds. */
    public static final int PATIENT_MILLIS = 10_000;

    public static final String REFERENCE = ReferenceKit.class.getName();

    private Chosen() {}

    @SuppressWarnings("unchecked") // The contexts of a kit go to no other kit.
    static ContextKit<Object> kit() {
        return (ContextKit<Object>) named(System.getProperty(PROPERTY, REFERENCE));
    }

    /**
     * Makes a kit.
     *
     * @throws ClassNotFoundException if there is no such class, or it is no kit
     * @throws AdapterFault if the kit cannot be made
     */
    public static ContextKit<?> made(String name) throws ClassNotFoundException {
        int hash = name.indexOf('#');
        Class<?> type = Class.forName(hash < 0 ? name : name.substring(0, hash));
        try {
            Object made = hash < 0 ? type.getConstructor().newInstance() : constant(type, name.substring(hash + 1));
            return ContextKit.class.cast(made);
        } catch (ClassCastException e) {
            throw new ClassNotFoundException(name + " is no kit", e);
        } catch (InvocationTargetException e) {
            throw new AdapterFault("its constructor throws " + e.getTargetException(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new AdapterFault("it cannot be made: " + e, e);
        }
    }

    private static ContextKit<?> named(String name) {
        try {
            return made(name);
        } catch (ClassNotFoundException e) {
            throw new AdapterFault("there is no kit " + name, e);
        }
    }

    private static Object constant(Class<?> type, String name) throws ClassNotFoundException {
        Object[] constants = type.isEnum() ? type.getEnumConstants() : new Object[0];
        return Arrays.stream(constants)
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .filter(Supplier.class::isInstance)
                .map(constant -> ((Supplier<?>) constant).get())
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(type.getName() + '#' + name));
    }
}
