package dev.cascata.stress.races;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.context.Registration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the steps on a library. No field is final: Lincheck switches threads at a read of a field, but not at a
 * read of a final field, and hardly explores an object that only final fields lead to.
 */
final class KitTree implements SmallTree {
    private final ContextKit<Object> kit;
    private volatile ManualEnvironment time = new ManualEnvironment();
    private volatile Object a;
    private volatile Object b;
    private volatile Object e;
    private volatile Object top;
    private volatile Object middle;
    private volatile Object bottom;
    private volatile AtomicInteger runs = new AtomicInteger();
    private volatile @Nullable Object derived;
    private volatile @Nullable Registration callback;

    KitTree(ContextKit<Object> kit) {
        this.kit = kit;
        this.a = kit.newCause("a");
        this.b = kit.newCause("b");
        this.e = kit.newCause("e");
        this.top = kit.withCancel(kit.background(time.environment), time.environment);
        this.middle = kit.withDeadline(top, Tree.TICK, e, time.environment);
        this.bottom = kit.withCancel(middle, time.environment);
    }

    @Override
    public String cancel(int node, String cause) {
        return kit.cancel(node(node), cause.equals("a") ? a : b) ? "won" : "lost";
    }

    private Object node(int number) {
        return number == TOP ? top : number == MIDDLE ? middle : bottom;
    }

    private String end(@Nullable Object context) {
        if (context == null) {
            return "none";
        } else if (!kit.done(context)) {
            return "live";
        }
        Object cause = kit.cause(context);
        return cause == a ? "a" : cause == b ? "b" : cause == e ? "e" : "another cause";
    }

    @Override
    public String derive() {
        Object made = kit.withCancel(bottom, time.environment);
        derived = made;
        return end(made);
    }

    @Override
    public String read() {
        return end(bottom);
    }

    @Override
    public String readTop() {
        return end(top);
    }

    @Override
    public String register() {
        callback = kit.afterFunc(middle, runs::incrementAndGet, time.environment);
        return "registered";
    }

    @Override
    public String stop() {
        Registration registered = callback;
        return registered != null && registered.stop() ? "stopped" : "late";
    }

    @Override
    public String expire() {
        time.fire(0);
        return "expired";
    }

    @Override
    public String rest() {
        return end(top) + " " + end(middle) + " " + end(bottom) + " " + end(derived) + ", run " + runs.get();
    }
}
