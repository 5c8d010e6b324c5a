package dev.cascata.stress.races;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.peers.ReferenceKit;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Makes the kit that the races drive, by name: a class with a public constructor without arguments, or
 * {@code Enum#CONSTANT}, a constant that supplies a kit.
 */
public final class KitUnderTest {
    /** The system property that names the kit in a forked JVM. */
    public static final String PROPERTY = "cascata.kit";

    /** The system property that limits a wait for another thread in a forked JVM, in milliseconds. */
    public static final String PATIENCE = "cascata.patience";

    /** The limit of a wait for a library that works, on a machine however busy, in milliseconds. */
    public static final int PATIENCE_MILLIS = 10_000;

    public static final String REFERENCE = ReferenceKit.class.getName();

    private KitUnderTest() {}

    @SuppressWarnings("unchecked") // The contexts of a kit go to no other kit.
    static ContextKit<Object> kit() {
        return (ContextKit<Object>) named(System.getProperty(PROPERTY, REFERENCE));
    }

    /**
     * Makes the kit of this name.
     *
     * @throws ClassNotFoundException if the class does not exist or is not a kit
     * @throws AdapterFault if the kit cannot be made
     */
    public static ContextKit<?> make(String name) throws ClassNotFoundException {
        int hash = name.indexOf('#');
        Class<?> type = Class.forName(hash < 0 ? name : name.substring(0, hash));
        try {
            Object made = hash < 0 ? type.getConstructor().newInstance() : constant(type, name.substring(hash + 1));
            return ContextKit.class.cast(made);
        } catch (ClassCastException e) {
            throw new ClassNotFoundException(name + " is not a kit", e);
        } catch (InvocationTargetException e) {
            throw new AdapterFault("its constructor throws " + e.getTargetException(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new AdapterFault("it cannot be instantiated: " + e, e);
        }
    }

    private static ContextKit<?> named(String name) {
        try {
            return make(name);
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
