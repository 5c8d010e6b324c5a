package dev.cascata.conformance.process;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.Catalogue;
import dev.cascata.conformance.rules.Rule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The side of the suite in the line protocol. An adapter that breaks the protocol is killed, and the next program goes to
 * a new process.
 *
 * <p>Every method that sends or reads lines throws {@link AdapterFault} if the protocol is broken, with the line in
 * flight: the first without a reply.
 */
public final class Adapter implements AutoCloseable {
    private final List<String> words;
    private final long limitMillis;
    private final Hello.Introduction introduction;
    private @Nullable Child child;
    private long id;

    /**
     * Starts the adapter and reads how it introduces itself.
     *
     * @throws IOException if it cannot be started
     */
    public Adapter(List<String> words, long limitMillis) throws IOException {
        this.words = List.copyOf(words);
        this.limitMillis = limitMillis;
        this.child = new Child(words);
        this.introduction = greet(child);
    }

    /** Returns the name of the library and its language. */
    public String name() {
        return introduction.name() + ", " + introduction.language();
    }

    public Set<Capability> capabilities() {
        return Set.copyOf(Objects.requireNonNull(introduction.capabilities()));
    }

    /** Returns how deep a chain one step may make. */
    public int deepest() {
        return Objects.requireNonNullElse(introduction.deepest(), Integer.MAX_VALUE);
    }

    public Map<Rule, String> differs() {
        Map<Rule, String> rules = new LinkedHashMap<>();
        Map<String, String> ids = introduction.differs() == null ? Map.of() : introduction.differs();
        ids.forEach((rule, place) -> Catalogue.find(rule).ifPresent(r -> rules.put(r, place)));
        return rules;
    }

    /** Returns the expression of the adapter that links a child to its parent; empty if the library links them. */
    public String linking() {
        return Objects.requireNonNullElse(introduction.linking(), "");
    }

    /** Sends all lines of a program at once, and returns the replies, one for each line. */
    public List<Answer> run(List<Request> program) {
        Child adapter = running();
        List<Request> numbered = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (Request request : program) {
            Request next = request.numbered(++id);
            numbered.add(next);
            lines.append(Json.line(next)).append('\n');
        }
        adapter.write(lines.toString());
        return answers(adapter, numbered);
    }

    private List<Answer> answers(Child adapter, List<Request> program) {
        List<Answer> answers = new ArrayList<>();
        boolean threw = false;
        for (Request request : program) {
            Answer answer = answer(adapter, request, threw);
            threw |= answer.threw() != null;
            answers.add(answer);
        }
        return answers;
    }

    private Answer answer(Child adapter, Request request, boolean afterThrow) {
        try {
            Answer answer = Json.answer(adapter.read(limitMillis));
            new AnswerCheck(request, answer, capabilities()).check(afterThrow);
            return answer;
        } catch (Lines.Malformed broken) {
            throw fault(adapter, broken, request.inWords());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Hello.Introduction greet(Child adapter) {
        try {
            adapter.write(Json.line(Hello.Question.now()) + "\n");
            return Json.introduction(adapter.read(limitMillis));
        } catch (Lines.Malformed broken) {
            throw fault(adapter, broken, "line 0, step \"hello\"");
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Child running() {
        if (child == null) {
            child = started();
            checkSame(greet(child), child);
        }
        return child;
    }

    /** Verdicts are given by what the adapter declared first. */
    private void checkSame(Hello.Introduction again, Child adapter) {
        if (!again.equals(introduction)) {
            Lines.Malformed changed = new Lines.Malformed("introduced itself in another way when it was started again");
            throw fault(adapter, changed, "line 0, step \"hello\"");
        }
    }

    private Child started() {
        try {
            return new Child(words);
        } catch (IOException e) {
            throw new AdapterFault("the adapter cannot be started again: " + e.getMessage(), e);
        }
    }

    private AdapterFault fault(Child adapter, Lines.Malformed broken, String inFlight) {
        adapter.end();
        child = null;
        return new AdapterFault("the adapter " + broken.getMessage() + "; in flight: " + inFlight, broken);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while waiting for an adapter", e);
    }

    /** Ends the adapter. */
    @Override
    public void close() {
        if (child != null) {
            child.close();
            child = null;
        }
    }
}
