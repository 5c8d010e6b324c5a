package dev.cascata.conformance.peers;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.Set;

/** The kit of the context of this project. */
public final class ReferenceKit extends ApiKit {

    @Override
    public Set<Capability> capabilities() {
        return ATOMIC_CAPABILITIES;
    }

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Context background(Environment environment) {
        return Context.background(environment);
    }
}
