package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import java.util.Set;
import java.util.function.Function;

/** The kit of the plain context with atomic ends. The second constructor makes the kit of a mutant. */
public final class AtomicKit extends PlainKit {
    public AtomicKit() {
        this("plain, atomic", AtomicSteps::new);
    }

    AtomicKit(String name, Function<Environment, PlainSteps> steps) {
        super(name, steps);
    }

    @Override
    public Set<Capability> capabilities() {
        return ATOMIC_CAPABILITIES;
    }
}
