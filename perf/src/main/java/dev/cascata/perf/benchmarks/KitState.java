package dev.cascata.perf.benchmarks;

import dev.cascata.conformance.ContextKit;
import dev.cascata.context.Environment;
import dev.cascata.perf.Environments;
import dev.cascata.perf.Subjects;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The subject of a benchmark. */
public abstract class KitState extends Settings {
    @Param({"floor", "reference", "plain", "grpc"})
    public String subject;

    ContextKit<Object> kit;
    Environment environment;

    @Setup
    public void chooseKit() {
        kit = Subjects.named(subject);
        environment = Environments.of(kit);
    }

    final Object root() {
        return kit.background(environment);
    }

    final Object child(Object parent) {
        return kit.withCancel(parent, environment);
    }
}
