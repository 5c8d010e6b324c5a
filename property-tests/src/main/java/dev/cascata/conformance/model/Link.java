package dev.cascata.conformance.model;

/**
 * Leads from a parent up to the context that a child of it is linked to: a cancellable context, or a foreign one with a
 * done of its own.
 */
public record Link(Node parent, Node holder) {
    /** Whether value layers or foreign contexts that share done lie between. */
    public boolean layered() {
        return parent != holder;
    }
}
