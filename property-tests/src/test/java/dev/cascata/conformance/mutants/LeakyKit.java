package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.PlainKit;
import dev.cascata.conformance.plain.PlainNode;
import dev.cascata.conformance.plain.PlainSteps;

/** A kit with known failures beside it: its contexts keep their ended children. */
public class LeakyKit extends PlainKit {

    public LeakyKit() {
        super("leaky", environment -> new PlainSteps(environment) {
            @Override
            protected void unlink(PlainNode node) {}
        });
    }
}
