package dev.cascata.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Puts contexts into the states that otherwise last for an instant, in the middle of what another thread does. */
final class ByHand {
    private static final VarHandle LIST = field(LinkList.class, "state", LinkList.State.class);
    private static final VarHandle CALLBACK = field(Callback.class, "state", int.class);

    private ByHand() {}

    private static VarHandle field(Class<?> owner, String name, Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A thread is at the links of the context, until {@link #free}. */
    static void hold(Context context) {
        LIST.setVolatile((LinkList) context, LinkList.State.HELD);
    }

    /** Nobody is at the links, of which there are none. */
    static void free(Context context) {
        LIST.setVolatile((LinkList) context, null);
    }

    /** A propagation has marked the context, which has no links, and has not published its event, the answer. */
    static EndEvent mark(Context context, @Nullable Throwable cause) {
        EndEvent walking = EndEvent.cancelled(cause).unpublished();
        LIST.setVolatile((LinkList) context, walking);
        return walking;
    }

    /** A propagation has come by the callback. */
    static void claim(Registration callback) {
        CALLBACK.setVolatile((Callback) callback, Callback.CLAIMED);
    }
}
