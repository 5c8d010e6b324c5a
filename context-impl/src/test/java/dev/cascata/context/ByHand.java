package dev.cascata.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Puts contexts and callbacks into states that last only for a moment while another thread works on them. */
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

    /** Locks the list of a context until {@link #free}. */
    static void hold(Context context) {
        LIST.setVolatile((LinkList) context, LinkList.State.HELD);
    }

    /** Unlocks the list of a context, which has to be empty. */
    static void free(Context context) {
        LIST.setVolatile((LinkList) context, null);
    }

    /** Marks a context without links, as a propagation does. Returns the event, which is not published. */
    static EndEvent mark(Context context, @Nullable Throwable cause) {
        EndEvent event = EndEvent.cancelled(cause).unpublished();
        LIST.setVolatile((LinkList) context, event);
        return event;
    }

    /** Claims a callback, as a propagation does. */
    static void claim(Registration callback) {
        CALLBACK.setVolatile((Callback) callback, Callback.CLAIMED);
    }
}
