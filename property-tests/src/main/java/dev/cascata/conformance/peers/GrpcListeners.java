package dev.cascata.conformance.peers;

import io.grpc.Context;
import java.lang.reflect.Method;
import java.util.OptionalInt;

/** Reads the package-private count of listeners, which grpc's own tests use to find leaks. */
final class GrpcListeners {
    private static final Method COUNT = method();

    private GrpcListeners() {}

    /** A context that is not cancellable itself answers the count of its nearest cancellable ancestor; 0 without one. */
    static OptionalInt dependents(Context context) {
        try {
            return OptionalInt.of((int) COUNT.invoke(context));
        } catch (ReflectiveOperationException e) {
            throw otherVersion(e);
        }
    }

    private static Method method() {
        try {
            Method method = Context.class.getDeclaredMethod("listenerCount");
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException e) {
            throw otherVersion(e);
        }
    }

    private static LinkageError otherVersion(ReflectiveOperationException e) {
        return new LinkageError("io.grpc.Context is of another version than this kit is written for", e);
    }
}
