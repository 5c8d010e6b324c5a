package dev.cascata.perf.benchmarks;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.context.Environment;
import dev.cascata.perf.Environments;
import dev.cascata.perf.Subjects;
import java.util.List;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** A benchmark on a kit: its subject and its environment. */
public abstract class KitState extends Settings {
    @Param({"floor", "reference", "plain", "grpc", "kotlinjob", "completablefuture", "compositedisposable"})
    public String subject;

    ContextKit<Object> kit;
    Environment environment;

    /** Chooses the kit, then calls {@link #prepare}. JMH would run a set-up method of a subclass before this one. */
    @Setup
    public final void chooseKit() {
        kit = Subjects.named(subject);
        environment = Environments.of(kit);
        requireOffered();
        prepare();
    }

    private void requireOffered() {
        Needs needs = getClass().getAnnotation(Needs.class);
        if (needs != null && !kit.capabilities().containsAll(List.of(needs.value()))) {
            throw new UnsupportedOperationException(subject + " does not offer all of " + List.of(needs.value()));
        }
    }

    /** Makes the contexts that exist before the clock starts. */
    @Initializer
    void prepare() {}

    final Object root() {
        return kit.background(environment);
    }

    final Object child(Object parent) {
        return kit.withCancel(parent, environment);
    }
}
