package dev.cascata.conformance.mutants;

import dev.cascata.conformance.plain.Guard;
import dev.cascata.conformance.plain.PlainCallback;
import dev.cascata.conformance.plain.PlainSteps;
import dev.cascata.context.Environment;

/** Steps that know whether a callback is running on the current thread. */
class InCallbackSteps extends PlainSteps {
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    InCallbackSteps(Environment environment) {
        super(environment);
    }

    final boolean inside() {
        return inside.get();
    }

    void run(Runnable task) {
        task.run();
    }

    @Override
    protected void dispatch(PlainCallback callback) {
        Guard.run(() -> environment.executor().execute(() -> {
            inside.set(true);
            try {
                run(callback.task);
            } finally {
                inside.set(false);
            }
        }));
    }
}
