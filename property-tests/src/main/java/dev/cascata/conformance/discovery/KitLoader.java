package dev.cascata.conformance.discovery;

import dev.cascata.conformance.cli.Messages;
import dev.cascata.conformance.cli.UsageError;
import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.search.StandardOutput;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds kits, by class name or all that the service loader knows, and creates them. */
public final class KitLoader {
    private static final String SERVICES = "META-INF/services";

    private final ClassLoader loader;

    public KitLoader(ClassLoader loader) {
        this.loader = loader;
    }

    /** Returns the kits of these classes. A class that is not a kit is refused; a kit that cannot be created is faulty. */
    public List<Candidate> named(List<String> classNames) {
        return classNames.stream().distinct().map(this::named).toList();
    }

    /** Returns every kit that a {@code META-INF/services} file names, in the order found. */
    @SuppressWarnings("rawtypes") // A class literal has no type argument.
    public List<Candidate> found() {
        Iterator<ServiceLoader.Provider<ContextKit>> providers =
                ServiceLoader.load(ContextKit.class, loader).stream().iterator();
        List<Candidate> candidates = new ArrayList<>();
        for (Candidate next = next(providers); next != null; next = next(providers)) {
            candidates.add(next);
        }
        return candidates;
    }

    @SuppressWarnings("rawtypes")
    private static @Nullable Candidate next(Iterator<ServiceLoader.Provider<ContextKit>> providers) {
        try {
            return providers.hasNext() ? make(providers.next().type()) : null;
        } catch (ServiceConfigurationError e) {
            return e.getCause() instanceof LinkageError missing
                    ? unlinked("a kit named in " + SERVICES, missing)
                    : misnamed(Messages.plain(e.getMessage()));
        } catch (LinkageError e) {
            return unlinked("a kit named in " + SERVICES, e);
        }
    }

    /** Reads the message of a service loader that cannot find or create a kit: the service, then the provider. */
    private static Candidate misnamed(String message) {
        Matcher words = Pattern.compile(".*Provider (\\S+) (.*)").matcher(message);
        return words.matches()
                ? new Candidate.Faulty(words.group(1), "it is named in " + SERVICES + ", but: " + words.group(2))
                : new Candidate.Faulty(SERVICES, message);
    }

    private Candidate named(String className) {
        Candidate candidate = make(className);
        return candidate instanceof Candidate.Absent absent
                ? new Candidate.Faulty(className, absent.reason())
                : candidate;
    }

    private Candidate make(String className) {
        try {
            Class<?> type = Class.forName(className, false, loader);
            if (!ContextKit.class.isAssignableFrom(type)) {
                throw UsageError.usage("Class " + className + " is not a kit: it does not implement "
                        + ContextKit.class.getName() + ".");
            }
            return make(type);
        } catch (ClassNotFoundException e) {
            throw UsageError.usage(
                    "There is no class " + className + " on the class path; --list-kits lists the kits that are.");
        } catch (LinkageError e) {
            return unlinked(className, e);
        }
    }

    private static Candidate make(Class<?> type) {
        try (StandardOutput output = StandardOutput.during(() -> "its constructor")) {
            resolveSignatures(type);
            Candidate made = introduced((ContextKit<?>) type.getConstructor().newInstance());
            output.check();
            return made;
        } catch (AdapterFault e) {
            return new Candidate.Faulty(type.getName(), Messages.plain(e.getMessage()));
        } catch (InvocationTargetException e) {
            return thrown(type.getName(), e.getTargetException());
        } catch (LinkageError e) {
            return unlinked(type.getName(), e);
        } catch (ReflectiveOperationException e) {
            throw UsageError.usage("Kit " + type.getName()
                    + " cannot be created: it must be a public class that is not abstract and has a public constructor "
                    + "without arguments.");
        }
    }

    /** Returns the kit if it returns its name and its capabilities. */
    public static Candidate introduced(ContextKit<?> kit) {
        try {
            Objects.requireNonNull(kit.name(), "its name is null");
            Objects.requireNonNull(kit.capabilities(), "its set of capabilities is null");
            Objects.requireNonNull(kit.differs(), "its map of documented differences is null");
            return new Candidate.Ready(kit);
        } catch (RuntimeException e) {
            return new Candidate.Faulty(
                    kit.getClass().getName(), "it does not return its name and capabilities: " + Messages.of(e));
        }
    }

    /** Loads the types in the signatures of the kit, so that an absent library is seen now and not in a run. */
    private static void resolveSignatures(Class<?> type) {
        int unused = type.getMethods().length;
    }

    private static Candidate thrown(String className, Throwable thrown) {
        return thrown instanceof LinkageError e
                ? unlinked(className, e)
                : new Candidate.Faulty(className, "its constructor throws " + Messages.of(thrown));
    }

    /** Returns an absent kit if a class is missing: then the message is the bare name of the class. */
    private static Candidate unlinked(String className, LinkageError e) {
        String message = Messages.plain(e.getMessage());
        if (e instanceof NoClassDefFoundError && !message.isEmpty() && message.indexOf(' ') < 0) {
            return new Candidate.Absent(className, message.replace('/', '.') + " is not on the class path");
        }
        Throwable reason = e instanceof ExceptionInInitializerError && e.getCause() != null ? e.getCause() : e;
        return new Candidate.Faulty(className, "its class cannot be loaded: " + Messages.of(reason));
    }
}
