package dev.cascata.perf;

import dev.cascata.conformance.kit.ContextKit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * What is measured, by name: {@code floor}, a kit that the service loader finds, by the name of its class in small
 * letters and without "Kit", or any other kit by the full name of its class.
 */
public final class Subjects {
    private static final String SUFFIX = "Kit";

    private Subjects() {}

    /** The names of the floor and of every kit that can be loaded here; the reference comes second. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(name(FloorKit.class));
        found().stream().map(kit -> name(kit.getClass())).forEach(names::add);
        return names;
    }

    /** The kit of a name. */
    @SuppressWarnings("unchecked") // The contexts of a kit go to no other kit.
    public static ContextKit<Object> named(String name) {
        return (ContextKit<Object>) find(name);
    }

    private static ContextKit<?> find(String name) {
        if (name.equals(name(FloorKit.class))) {
            return new FloorKit();
        }
        return found().stream()
                .filter(kit -> name.equals(name(kit.getClass())))
                .<ContextKit<?>>map(kit -> kit)
                .findFirst()
                .orElseGet(() -> made(name));
    }

    private static ContextKit<?> made(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(ContextKit.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "There is no subject " + className + "; give one of " + String.join(", ", names())
                            + ", or the class of a kit.",
                    e);
        }
    }

    private static String name(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, name.length() - (name.endsWith(SUFFIX) ? SUFFIX.length() : 0))
                .toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("rawtypes") // A class literal has no type argument.
    private static List<ContextKit> found() {
        Iterator<ServiceLoader.Provider<ContextKit>> providers =
                ServiceLoader.load(ContextKit.class).stream().iterator();
        List<ContextKit> kits = new ArrayList<>();
        while (loadNext(providers, kits)) {}
        return kits;
    }

    /** A kit whose library is not on the class path is left out; answers whether there was one more. */
    @SuppressWarnings("rawtypes")
    private static boolean loadNext(Iterator<ServiceLoader.Provider<ContextKit>> providers, List<ContextKit> kits) {
        try {
            boolean more = providers.hasNext();
            if (more) {
                kits.add(providers.next().get());
            }
            return more;
        } catch (ServiceConfigurationError | LinkageError absent) {
            return true;
        }
    }
}
