/** A Go-style context: cancellation, deadlines and values along a tree. */
module dev.cascata.context {
    requires static transitive org.jspecify;

    exports dev.cascata.context;
}
