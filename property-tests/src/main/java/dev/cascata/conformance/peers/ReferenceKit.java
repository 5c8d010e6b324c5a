package dev.cascata.conformance.peers;

import dev.cascata.context.Context;
import dev.cascata.context.Environment;

/** The kit of this project's own context. */
public final class ReferenceKit extends ApiKit {

    @Override
    public String name() {
        return "reference";
    }

    @Override
    public Context background(Environment environment) {
        return Context.background(environment);
    }
}
