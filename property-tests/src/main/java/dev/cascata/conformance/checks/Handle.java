package dev.cascata.conformance.checks;

import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.kit.ForeignQuirk;
import dev.cascata.conformance.kit.ForeignShape;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** A context of the library on a {@link Stage}, with the operations of its kit. A tick is a millisecond. */
final class Handle {
    private static final long TICK = 1_000_000;

    private final Stage stage;
    private final Environment environment;
    private final Object context;

    Handle(Stage stage, Environment environment, Object context) {
        this.stage = stage;
        this.environment = environment;
        this.context = context;
    }

    private Handle made(Object other) {
        return new Handle(stage, environment, other);
    }

    Handle withCancel() {
        return made(stage.make("withCancel", () -> stage.kit().withCancel(context, environment)));
    }

    Handle withDeadline(long tick) {
        return withDeadline(tick, null);
    }

    Handle withDeadline(long tick, @Nullable Object cause) {
        return made(
                stage.make("withDeadline", () -> stage.kit().withDeadline(context, tick * TICK, cause, environment)));
    }

    Handle withTimeout(Duration timeout) {
        return made(stage.make("withTimeout", () -> stage.kit().withTimeout(context, timeout, null, environment)));
    }

    Handle withValue(Object key, @Nullable Object value) {
        return made(stage.make("withValue", () -> stage.kit().withValue(context, key, value, environment)));
    }

    Handle withoutCancel() {
        return made(stage.make("withoutCancel", () -> stage.kit().withoutCancel(context, environment)));
    }

    /** Merges this context and another. */
    Handle merge(Handle other) {
        return made(stage.make("merge", () -> stage.kit().merge(List.of(context, other.context), environment)));
    }

    /** Runs a task that is bound to this context, and returns the outcome. */
    Bound call(Callable<Object> task) {
        return stage.call("call", () -> Bound.made(bound(task)));
    }

    /** Returns the task, bound to this context, for a call within another. */
    Callable<Object> bound(Callable<Object> task) {
        return () -> stage.kit().call(context, task);
    }

    Registration cancelOnDone(Future<?> future) {
        Registration stop = stage.make("cancelOnDone", () -> stage.kit().cancelOnDone(context, future, environment));
        return () -> stage.call("stop", stop::stop);
    }

    Handle foreign(ForeignShape shape) {
        return made(stage.make("foreign", () -> stage.kit().foreign(context, shape)));
    }

    Handle foreign(ForeignQuirk quirk) {
        return made(stage.make("foreign", () -> stage.kit().foreign(context, quirk)));
    }

    /** Registers a callback. Each stop of the returned registration is one call of the library. */
    Registration afterFunc(Runnable callback) {
        Registration stop = stage.make("afterFunc", () -> stage.kit().afterFunc(context, callback, environment));
        return () -> stage.call("stop", stop::stop);
    }

    boolean cancel() {
        return stage.call("cancel", () -> stage.kit().cancel(context));
    }

    /** Cancels with a cause, or without one where the library has no causes. */
    boolean cancel(Object cause) {
        return stage.declares(Capability.CAUSES)
                ? stage.call("cancel with a cause", () -> stage.kit().cancel(context, cause))
                : cancel();
    }

    boolean done() {
        return stage.call("done", () -> stage.kit().done(context));
    }

    @Nullable
    Object err() {
        return stage.call("err", () -> stage.kit().err(context));
    }

    @Nullable
    EndKind kind() {
        return stage.call("kind", () -> stage.kit().kind(context));
    }

    @Nullable
    Object cause() {
        return stage.call("cause", () -> stage.kit().cause(context));
    }

    OptionalLong deadline() {
        return stage.call("deadline", () -> stage.kit().deadline(context, environment));
    }

    @Nullable
    Object value(Object key) {
        return stage.call("value", () -> stage.kit().value(context, key));
    }

    OptionalInt dependents() {
        return stage.call("dependents", () -> stage.kit().dependents(context));
    }

    int attached() {
        return stage.call("attached", () -> stage.kit().attached(context));
    }

    void await() throws InterruptedException {
        Interrupts.pass(stage, "await", () -> {
            stage.kit().await(context);
            return true;
        });
    }

    boolean await(Duration limit) throws InterruptedException {
        return Interrupts.pass(stage, "timed await", () -> stage.kit().await(context, limit));
    }

    /** Returns the printed form. */
    String print() {
        return stage.call("toString", () -> String.valueOf(context));
    }

    /** Returns the name of the type, of the library or of the foreign context. */
    String typeName() {
        return context.getClass().getSimpleName();
    }

    /** Calls every read that the library declares. */
    void readAll() {
        done();
        err();
        if (stage.declares(Capability.KINDS)) {
            kind();
        }
        if (stage.declares(Capability.CAUSES)) {
            cause();
        }
        if (stage.declares(Capability.DEADLINES)) {
            deadline();
        }
        if (stage.declares(Capability.VALUES)) {
            value(stage.unbound());
        }
        print();
    }

    WeakReference<Object> weak() {
        return new WeakReference<>(context);
    }
}
