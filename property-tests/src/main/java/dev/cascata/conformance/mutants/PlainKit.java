package dev.cascata.conformance.mutants;

import dev.cascata.conformance.peers.ApiKit;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.function.Function;

/** The kit of the plain context, and, by its second constructor, of its mutants. */
public class PlainKit extends ApiKit {
    private final String name;
    private final Function<Environment, PlainSteps> steps;

    public PlainKit() {
        this("plain", PlainSteps::new);
    }

    PlainKit(String name, Function<Environment, PlainSteps> steps) {
        this.name = name;
        this.steps = steps;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Context background(Environment environment) {
        return steps.apply(environment).root();
    }

    @Override
    protected Context deriver(Context parent) {
        return parent instanceof PlainContext ? parent : PlainSteps.adopt(parent);
    }
}
