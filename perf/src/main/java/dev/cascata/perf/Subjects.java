package dev.cascata.perf;

import dev.cascata.conformance.kit.ContextKit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Finds what is measured by its name. The name is {@code floor}, or that of a kit that the service loader finds: its
 * class name in lower case, without "Kit". Any other kit is named by its full class name.
 */
public final class Subjects {
    private static final String SUFFIX = "Kit";

    private Subjects() {}

    /** Returns the names of the floor and of every kit that can be loaded; the reference comes second. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        names.add(name(FloorKit.class));
        loaded().stream().map(kit -> name(kit.getClass())).forEach(names::add);
        return names;
    }

    /** Returns the kit with the given name. */
    @SuppressWarnings("unchecked") // A kit is only given its own contexts.
    public static ContextKit<Object> named(String name) {
        return (ContextKit<Object>) find(name);
    }

    private static ContextKit<?> find(String name) {
        if (name.equals(name(FloorKit.class))) {
            return new FloorKit();
        }
        return loaded().stream()
                .filter(kit -> name.equals(name(kit.getClass())))
                .<ContextKit<?>>map(kit -> kit)
                .findFirst()
                .orElseGet(() -> create(name));
    }

    private static ContextKit<?> create(String className) {
        try {
            return Class.forName(className)
                    .asSubclass(ContextKit.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "There is no subject \"" + className + "\"; give one of " + String.join(", ", names())
                            + ", or the class name of a kit.",
                    e);
        }
    }

    private static String name(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, name.length() - (name.endsWith(SUFFIX) ? SUFFIX.length() : 0))
                .toLowerCase(Locale.ROOT);
    }

    @SuppressWarnings("rawtypes") // A class literal has no type argument.
    private static List<ContextKit> loaded() {
        Iterator<ServiceLoader.Provider<ContextKit>> providers =
                ServiceLoader.load(ContextKit.class).stream().iterator();
        List<ContextKit> kits = new ArrayList<>();
        while (loadNext(providers, kits)) {}
        return kits;
    }

    /** Loads the next kit, unless its library is not on the class path. Returns whether there was a next kit. */
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
