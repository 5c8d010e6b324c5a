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

/** A library in a process of its own, to which whole programs are given. */
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

    /** The file of what the library is known to break, if there is one. */
    @Nullable
    public Path knownFailing() {
        return knownFailing != null && Files.exists(knownFailing) ? knownFailing : null;
    }

    /** Runs a program; null if the adapter broke the protocol over it, which it may do a few times. */
    @Nullable
    public Run run(Program program) {
        List<Request> lines = ProtocolScript.of(program);
        try {
            return new Run(lines, adapter.run(lines));
        } catch (AdapterFault fault) {
            faults.add(fault.getMessage() + " of the program \"" + program.oneLine() + "\"");
            if (faults.size() > MOST_FAULTS) {
                throw new AdapterFault("the adapter was started " + faults.size() + " times in vain", fault);
            }
            return null;
        }
    }

    /** A program that was run: the lines sent, and the answers. */
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
