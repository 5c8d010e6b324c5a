package dev.cascata.perf.report;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.perf.benchmarks.Needs;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * A benchmark as JMH lists it, with all values of its parameters.
 *
 * @param method its full name in JMH
 */
record Benchmark(String method, SortedMap<String, List<String>> params) {
    static final String SUBJECT = "subject";
    private static final String PACKAGE = "dev.cascata.perf.benchmarks.";

    /** Returns every benchmark. */
    static List<Benchmark> all() {
        OutputFormat silent = OutputFormatFactory.createFormatInstance(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), VerboseMode.SILENT);
        return BenchmarkList.defaultList().getAll(silent, List.of()).stream()
                .filter(entry -> entry.getUsername().startsWith(PACKAGE))
                .map(Benchmark::of)
                .toList();
    }

    private static Benchmark of(BenchmarkListEntry entry) {
        SortedMap<String, List<String>> params = new TreeMap<>();
        for (Map.Entry<String, String[]> param :
                entry.getParams().orElse(Map.of()).entrySet()) {
            params.put(param.getKey(), List.of(param.getValue()));
        }
        return new Benchmark(entry.getUsername(), params);
    }

    /** Returns the name in the report. */
    String name() {
        return method.substring(PACKAGE.length());
    }

    /** Returns the parameters that have more than one value, without the subject. */
    SortedMap<String, List<String>> axes() {
        SortedMap<String, List<String>> axes = new TreeMap<>(params);
        axes.values().removeIf(values -> values.size() < 2);
        axes.remove(SUBJECT);
        return axes;
    }

    boolean singleShot() {
        BenchmarkMode mode = type().getAnnotation(BenchmarkMode.class);
        return mode != null && List.of(mode.value()).contains(Mode.SingleShotTime);
    }

    /** Returns the capabilities that a kit needs. */
    Set<Capability> needs() {
        Set<Capability> needs = EnumSet.noneOf(Capability.class);
        add(needs, type());
        String simple = method.substring(method.lastIndexOf('.') + 1);
        Arrays.stream(type().getMethods())
                .filter(candidate -> candidate.getName().equals(simple))
                .forEach((Method candidate) -> add(needs, candidate));
        return needs;
    }

    private static void add(Set<Capability> needs, AnnotatedElement element) {
        Needs declared = element.getAnnotation(Needs.class);
        if (declared != null) {
            needs.addAll(List.of(declared.value()));
        }
    }

    /** Returns the class, which may be nested. */
    private Class<?> type() {
        String[] names = name().split("\\.", -1);
        String binary = PACKAGE + String.join("$", Arrays.copyOf(names, names.length - 1));
        try {
            return Class.forName(binary);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
