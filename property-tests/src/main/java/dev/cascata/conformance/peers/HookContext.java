package dev.cascata.conformance.peers;

import dev.cascata.context.Context;
import dev.cascata.context.Done;
import dev.cascata.context.Registration;
import java.util.Objects;

/**
 * A wrapper with a done of its own that takes callbacks itself, and counts those that wait. What a child registers when
 * there is nothing to wait for, since the wrapper has told that it has ended or never will, counts for good.
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
        if (!listening() && (endless() || done.told())) {
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
