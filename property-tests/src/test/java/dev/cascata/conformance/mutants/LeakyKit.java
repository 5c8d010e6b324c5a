package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;

/** A kit whose contexts hold their ended children. It has a known-failing file. */
public class LeakyKit extends PlainKit {

    public LeakyKit() {
        super("leaky", environment -> new PlainSteps(environment) {
            @Override
            protected void unlink(PlainNode node) {}
        });
    }
}
