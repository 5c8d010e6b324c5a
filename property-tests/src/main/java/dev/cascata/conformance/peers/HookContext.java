package dev.cascata.conformance.peers;

import dev.cascata.context.Context;
import dev.cascata.context.Done;
import dev.cascata.context.Registration;
import java.util.Objects;

/**
 * A foreign context that takes callbacks itself, and counts those that wait. A callback that a child registers after
 * this context has shown its end, or although it never ends, is counted for ever: the child must not register it.
 */
final class HookContext extends ForeignContext {
    private final UnwatchableDone done = new UnwatchableDone(this);

    HookContext(Context inner) {
        super(inner);
    }

    @Override
    Done ownDone() {
        return done;
    }

    @Override
    public Registration afterFunc(Runnable callback) {
        Objects.requireNonNull(callback, "callback");
        if (!registering() && (endless() || done.shown())) {
            attach();
        }
        return endless() ? core().afterFunc(callback) : counted(callback);
    }

    private Registration counted(Runnable callback) {
        attach();
        Registration registration = core().afterFunc(() -> {
            detach();
            callback.run();
        });
        return () -> {
            boolean stopped = registration.stop();
            if (stopped) {
                detach();
            }
            return stopped;
        };
    }
}
