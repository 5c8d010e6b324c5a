/**
 * A Go-style context: cancellation, deadlines and values along a tree.
 *
 * <p>The annotations of jspecify are not required transitively, though they stand in the API: a module that uses the
 * context compiles and runs without them.
 */
module dev.cascata.context {
    requires static org.jspecify;

    exports dev.cascata.context;
}
