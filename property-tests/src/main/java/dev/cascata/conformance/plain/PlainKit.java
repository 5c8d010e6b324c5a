package dev.cascata.conformance.plain;

import dev.cascata.conformance.peers.ApiKit;
import dev.cascata.context.Context;
import dev.cascata.context.Environment;
import java.util.List;
import java.util.function.Function;

/** The kit of the plain context. The second constructor makes the kit of a mutant. */
public class PlainKit extends ApiKit {
    private final String name;
    private final Function<Environment, PlainSteps> steps;

    public PlainKit() {
        this("plain", PlainSteps::new);
    }

    public PlainKit(String name, Function<Environment, PlainSteps> steps) {
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
    public Context merge(List<Context> parents, Environment environment) {
        return ((PlainContext) deriver(parents.get(0))).steps.merge(parents);
    }

    @Override
    protected Context deriver(Context parent) {
        return parent instanceof PlainContext ? parent : PlainSteps.adopt(parent);
    }
}
