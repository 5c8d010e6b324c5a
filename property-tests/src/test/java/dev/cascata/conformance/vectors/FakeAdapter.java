package dev.cascata.conformance.vectors;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cascata.conformance.peers.ReferenceKit;
import dev.cascata.conformance.process.Request;
import dev.cascata.conformance.rules.Capability;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An adapter of the reference that runs in its own process. It breaks the protocol in one way, in the lines that it is
 * given.
 */
public final class FakeAdapter {
    /** The ways to break the protocol. */
    public enum Way {
        NOT,
        SILENT,
        DIES,
        PARTIAL_LINE,
        STACK_TRACE,
        WRONG_ID,
        NOT_UTF8,
        FLOOD,
        LONG_LINE,
        UNKNOWN_NAME,
        MISSING_CONTEXT,
        MISSING_ANSWER,
        /** Leaves a child behind that has its standard output too. */
        DIES_BEFORE_ITS_CHILD,
        /** Starts a child and obeys the protocol. */
        HAS_A_CHILD,
        /** Waits, and does nothing else. */
        WAITS,
        UNKNOWN_CAPABILITY,
        /** Declares less when it is started again after it has died. */
        CHANGES,
        UNPRINTABLE_NAME
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final Way way;
    private final long from;
    private final long to;
    private @Nullable KitAdapter program;

    private FakeAdapter(Way way, long from, long to) {
        this.way = way;
        this.from = from;
        this.to = to;
    }

    /** Returns the command of an adapter that breaks the protocol in the lines {@code from} to {@code to}. */
    public static List<String> command(Way way, long from, long to) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", "."));
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                FakeAdapter.class.getName(),
                way.name(),
                from + "",
                to + "");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        if (args[0].equals(Way.WAITS.name())) {
            TimeUnit.MINUTES.sleep(10);
        }
        new FakeAdapter(Way.valueOf(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2])).run();
    }

    private void run() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.contains("\"hello\"")) {
                out.println(MAPPER.writeValueAsString(introduction()));
            } else {
                answer(MAPPER.readValue(line, Request.class));
            }
            out.flush();
        }
    }

    private Map<String, Object> introduction() throws IOException {
        TreeSet<Capability> capabilities = new TreeSet<>(new ReferenceKit().capabilities());
        capabilities.remove(Capability.FOREIGN_PARENTS);
        Set<Object> declared = new HashSet<>(capabilities);
        if (way == Way.UNKNOWN_CAPABILITY) {
            declared.add("TELEPATHY");
        } else if (way == Way.CHANGES && startedBefore()) {
            declared.remove(Capability.VALUES);
        }
        String name = way == Way.UNPRINTABLE_NAME ? "fake\nPASS" : "fake";
        return Map.of("protocol", 1, "name", name, "language", "Java", "capabilities", declared);
    }

    /** Leaves a file in the folder for temporary files, named by the last line of the misdeed. */
    private boolean startedBefore() throws IOException {
        Path mark = Path.of(System.getProperty("java.io.tmpdir"), "cascata-" + to);
        return !mark.toFile().createNewFile();
    }

    private void answer(Request line) throws IOException {
        if (line.step().equals(Request.BEGIN)) {
            program = new KitAdapter(new ReferenceKit());
        }
        String honest =
                MAPPER.writeValueAsString(Objects.requireNonNull(program).answer(line));
        if (line.id() < from || line.id() > to) {
            out.println(honest);
        } else {
            misbehave(line, honest);
        }
    }

    private void startChild() throws IOException {
        new ProcessBuilder(command(Way.WAITS, from, to)).inheritIO().start();
    }

    private void misbehave(Request line, String honest) throws IOException {
        switch (way) {
            case NOT -> out.println(honest);
            case SILENT -> {}
            case DIES, CHANGES -> System.exit(3);
            case DIES_BEFORE_ITS_CHILD -> {
                startChild();
                System.exit(3);
            }
            case HAS_A_CHILD -> {
                if (line.id() == from) {
                    startChild();
                }
                out.println(honest);
            }
            case WAITS, UNKNOWN_CAPABILITY, UNPRINTABLE_NAME -> throw new AssertionError(way);
            case PARTIAL_LINE -> {
                out.print(honest.substring(0, honest.length() / 2));
                out.flush();
                System.exit(0);
            }
            case STACK_TRACE -> new IllegalStateException("out of luck").printStackTrace(out);
            case WRONG_ID -> out.println(honest.replace("\"id\":" + line.id(), "\"id\":" + (line.id() + 1)));
            case NOT_UTF8 -> out.write(new byte[] {'"', (byte) 0xC3, '(', '"', '\n'}, 0, 5);
            case FLOOD -> {
                while (!out.checkError()) {
                    out.println(honest);
                }
            }
            case LONG_LINE -> {
                while (!out.checkError()) {
                    out.print(honest.repeat(1000));
                }
            }
            case UNKNOWN_NAME -> out.println(honest.replaceFirst("\"done\":\\[", "\"ended\":["));
            case MISSING_CONTEXT -> out.println("{\"id\":" + line.id() + ",\"answer\":true,\"timers\":0}");
            case MISSING_ANSWER -> out.println(honest.replaceAll("\"answer\":(true|false),?", ""));
        }
    }
}
