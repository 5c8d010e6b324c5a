package dev.cascata.conformance.mutation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Compares the changes of the code that no test noticed, as PIT reports them, with a list of excuses. A line of the
 * list names class, method and mutator, the number of changes if there are several, and the reason. Every survivor needs
 * an excuse, and every excuse needs a survivor.
 */
final class Survivors {
    private static final Pattern EXCUSE =
            Pattern.compile("(?<place>\\S+ \\S+ \\S+?)( x(?<times>\\d+))?: (?<reason>.+)");
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");

    /** One change of the code: its result, its place without the line, and its description for people. */
    private record Change(String status, String place, String description) {

        static Change of(Element mutation) {
            String type = last(text(mutation, "mutatedClass")).replace('$', '.');
            String method = LAMBDA.matcher(text(mutation, "mutatedMethod")).replaceAll("$1");
            String place =
                    type + " " + method + " " + last(text(mutation, "mutator")).replaceAll("Mutator$", "");
            String description =
                    place + ", line " + text(mutation, "lineNumber") + ": " + text(mutation, "description");
            return new Change(mutation.getAttribute("status"), place, description);
        }

        private static String text(Element mutation, String name) {
            return mutation.getElementsByTagName(name).item(0).getTextContent();
        }

        private static String last(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        boolean killed() {
            return status.equals("KILLED");
        }

        /** Returns false for a change that ran out of time: on a busy machine, that decides nothing. */
        boolean survives() {
            return !killed() && !status.equals("TIMED_OUT");
        }
    }

    private final List<Change> changes;
    private final Map<String, Long> excused = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    /** {@code least}: the percentage of changes to be killed, without those that ran out of time. */
    Survivors(byte[] report, String list, int least) throws IOException {
        changes = changes(report);
        list.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::excuse);
        compare();
        if (killed() < least) {
            faults.add(String.format(
                    Locale.ROOT, "%.1f %% of the changes are noticed, and %d %% are required.", killed(), least));
        }
    }

    private static List<Change> changes(byte[] report) throws IOException {
        try {
            NodeList mutations = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(report))
                    .getElementsByTagName("mutation");
            return IntStream.range(0, mutations.getLength())
                    .mapToObj(i -> Change.of((Element) mutations.item(i)))
                    .toList();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    private void excuse(String line) {
        Matcher excuse = EXCUSE.matcher(line);
        if (!excuse.matches()) {
            faults.add("This line does not have the form \"Class method Mutator x2: reason\": " + line);
            return;
        }
        String times = excuse.group("times");
        if (excused.put(excuse.group("place"), times == null ? 1 : Long.valueOf(times)) != null) {
            faults.add("Excused twice: " + excuse.group("place"));
        }
    }

    private void compare() {
        Map<String, List<Change>> places =
                new TreeMap<>(changes.stream().collect(Collectors.groupingBy(Change::place)));
        places.forEach((place, all) -> {
            List<Change> alive = all.stream().filter(Change::survives).toList();
            if (alive.size() > excused.getOrDefault(place, 0L)) {
                alive.forEach(change -> faults.add("Survives, and is not excused: " + change.description()));
            }
        });
        excused.forEach((place, times) -> {
            long open = places.getOrDefault(place, List.of()).stream()
                    .filter(c -> !c.killed())
                    .count();
            if (open < times) {
                faults.add("Excused, though killed or no longer there: " + place);
            }
        });
    }

    private long count(String status) {
        return changes.stream().filter(c -> c.status().equals(status)).count();
    }

    private double killed() {
        return 100.0 * count("KILLED") / Math.max(1, changes.size() - count("TIMED_OUT"));
    }

    /** Returns the faults, one sentence each. */
    List<String> faults() {
        return faults;
    }

    @Override
    public String toString() {
        long surviving = changes.stream().filter(Change::survives).count();
        return String.format(
                Locale.ROOT,
                "%d changes: %d killed (%.1f %%), %d ran out of time, %d survive, %d of them in code that no test runs",
                changes.size(),
                count("KILLED"),
                killed(),
                count("TIMED_OUT"),
                surviving,
                count("NO_COVERAGE"));
    }

    /** Takes pairs of arguments, in the module's folder: the code that was changed, and the percentage to be killed. */
    public static void main(String[] args) throws IOException {
        boolean sound = true;
        for (int i = 0; i < args.length; i += 2) {
            Survivors survivors = of(args[i], Integer.parseInt(args[i + 1]));
            System.out.println("Code of the " + args[i] + ": " + survivors + ".");
            survivors.faults().forEach(System.err::println);
            sound &= survivors.faults().isEmpty();
        }
        System.exit(sound ? 0 : 1);
    }

    private static Survivors of(String code, int least) throws IOException {
        byte[] report = Files.readAllBytes(Path.of("target", "mutation", code, "mutations.xml"));
        return new Survivors(report, Files.readString(Path.of("src", "mutation", code + ".txt")), least);
    }
}
