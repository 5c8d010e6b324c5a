package dev.cascata.conformance.model;

/** The way from one of the parents up to what a link goes to: a cancellable context, or a wrapper of its own. */
public record Link(Node parent, Node holder) {
    /** Whether value layers or sharing wrappers lie between. */
    public boolean layered() {
        return parent != holder;
    }
}
