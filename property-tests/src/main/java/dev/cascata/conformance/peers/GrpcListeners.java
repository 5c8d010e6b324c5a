package dev.cascata.conformance.peers;

import io.grpc.Context;
import java.lang.reflect.Method;
import java.util.OptionalInt;

/** Reads the package-private count of listeners, with which grpc's own tests find leaks. */
final class GrpcListeners {
    private static final Method COUNT = method();

    private GrpcListeners() {}

    /** Returns the count of the nearest cancellable context, from this one upwards; 0 if there is none. */
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
