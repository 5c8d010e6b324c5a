package dev.cascata.conformance.process;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.Kit;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.conformance.trial.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A library in a process of its own. It gets whole programs. */
public final class ProcessKit implements Kit, AutoCloseable {
    private static final int MOST_FAULTS = 3;

    private final String choice;
    private final Adapter adapter;
    private final @Nullable Path knownFailing;
    private final List<String> faults = new ArrayList<>();

    /** {@code choice}: the flag that chooses the adapter, with its value; {@code knownFailing}: a file that may exist. */
    public ProcessKit(String choice, Adapter adapter, @Nullable Path knownFailing) {
        this.choice = choice;
        this.adapter = adapter;
        this.knownFailing = knownFailing;
    }

    @Override
    public String name() {
        return adapter.name();
    }

    @Override
    public Set<Capability> capabilities() {
        return adapter.capabilities();
    }

    @Override
    public int deepest() {
        return adapter.deepest();
    }

    @Override
    public Map<Rule, String> differs() {
        return adapter.differs();
    }

    @Override
    public String linking() {
        return adapter.linking();
    }

    @Override
    public String id() {
        return choice;
    }

    @Override
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Returns the file of known failures, if it exists. */
    @Nullable
    public Path knownFailing() {
        return knownFailing != null && Files.exists(knownFailing) ? knownFailing : null;
    }

    /** Runs a program. Returns null if the adapter broke the protocol, which it may do {@value #MOST_FAULTS} times. */
    @Nullable
    public Run run(Program program) {
        List<Request> lines = ProtocolScript.of(program);
        try {
            return new Run(lines, adapter.run(lines));
        } catch (AdapterFault fault) {
            faults.add(fault.getMessage() + " of the program \"" + program.oneLine() + "\"");
            if (faults.size() > MOST_FAULTS) {
                throw new AdapterFault("the adapter broke the protocol in " + faults.size() + " programs", fault);
            }
            return null;
        }
    }

    /** A program that was run: the lines sent, and the replies. */
    public record Run(List<Request> lines, List<Answer> answers) {
        public Subject subject() {
            return new RecordedSubject(lines, answers);
        }
    }

    @Override
    public void close() {
        adapter.close();
    }
}
