package dev.cascata.conformance.peers;

import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The kit of this project's own context. */
public final class ReferenceKit extends ApiKit {

    @Override
    public Set<Capability> capabilities() {
        Set<Capability> more = EnumSet.of(Capability.ATOMIC);
        more.addAll(super.capabilities());
        return Collections.unmodifiableSet(more);
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
