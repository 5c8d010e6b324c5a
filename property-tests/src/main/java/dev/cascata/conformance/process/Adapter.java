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
 * The suite's side of the line protocol. A child that broke it is killed; the next program is given to a new one.
 *
 * <p>Every method that talks throws {@link AdapterFault} if the protocol is broken, with the line in flight.
 */
public final class Adapter implements AutoCloseable {
    private final List<String> words;
    private final long limitMillis;
    private final Hello.Introduction introduction;
    private @Nullable Child child;
    private long id;

    /**
     * Starts the adapter and lets it introduce itself.
     *
     * @throws IOException if it cannot be started
     */
    public Adapter(List<String> words, long limitMillis) throws IOException {
        this.words = List.copyOf(words);
        this.limitMillis = limitMillis;
        this.child = new Child(words);
        this.introduction = greet(child);
    }

    /** The library, and the language in which it was written. */
    public String name() {
        return introduction.name() + ", " + introduction.language();
    }

    public Set<Capability> capabilities() {
        return Objects.requireNonNull(introduction.capabilities());
    }

    /** How many contexts below one another it can be given in one step. */
    public int deepest() {
        return Objects.requireNonNullElse(introduction.deepest(), Integer.MAX_VALUE);
    }

    public Map<Rule, String> differs() {
        Map<Rule, String> rules = new LinkedHashMap<>();
        Map<String, String> ids = introduction.differs() == null ? Map.of() : introduction.differs();
        ids.forEach((rule, place) -> Catalogue.find(rule).ifPresent(r -> rules.put(r, place)));
        return rules;
    }

    /** The adapter's own expression that links a child to its parent; empty if the library does that. */
    public String linking() {
        return Objects.requireNonNullElse(introduction.linking(), "");
    }

    /** Sends all lines of a program at once and answers what came back, one for each. */
    public List<Answer> run(List<Request> program) {
        Child talking = running();
        List<Request> numbered = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (Request request : program) {
            Request next = request.numbered(++id);
            numbered.add(next);
            lines.append(Json.line(next)).append('\n');
        }
        talking.write(lines.toString());
        return answers(talking, numbered);
    }

    private List<Answer> answers(Child talking, List<Request> program) {
        List<Answer> answers = new ArrayList<>();
        boolean threw = false;
        for (Request request : program) {
            Answer answer = answer(talking, request, threw);
            threw |= answer.threw() != null;
            answers.add(answer);
        }
        return answers;
    }

    private Answer answer(Child talking, Request request, boolean afterThrow) {
        try {
            Answer answer = Json.answer(talking.read(limitMillis));
            new AnswerCheck(request, answer, capabilities()).check(afterThrow);
            return answer;
        } catch (Lines.Malformed broken) {
            throw fault(talking, broken, request.inWords());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Hello.Introduction greet(Child talking) {
        try {
            talking.write(Json.line(Hello.Question.now()) + "\n");
            return Json.introduction(talking.read(limitMillis));
        } catch (Lines.Malformed broken) {
            throw fault(talking, broken, "line 0, step \"hello\"");
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Child running() {
        if (child == null) {
            child = started();
            greet(child);
        }
        return child;
    }

    private Child started() {
        try {
            return new Child(words);
        } catch (IOException e) {
            throw new AdapterFault("the adapter cannot be started again: " + e.getMessage(), e);
        }
    }

    private AdapterFault fault(Child talking, Lines.Malformed broken, String inFlight) {
        talking.end();
        child = null;
        return new AdapterFault("the adapter " + broken.getMessage() + "; in flight: " + inFlight, broken);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while an adapter was at work", e);
    }

    /** Lets the adapter end. */
    @Override
    public void close() {
        if (child != null) {
            child.close();
            child = null;
        }
    }
}
