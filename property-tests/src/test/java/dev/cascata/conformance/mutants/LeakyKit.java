package dev.cascata.conformance.mutants;

/** A kit with known failures beside it: its contexts keep their ended children. */
public class LeakyKit extends PlainKit {

    public LeakyKit() {
        super("leaky", environment -> new PlainSteps(environment) {
            @Override
            protected void unlink(PlainNode node) {}
        });
    }
}
