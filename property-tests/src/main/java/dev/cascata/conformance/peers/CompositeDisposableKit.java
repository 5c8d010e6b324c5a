package dev.cascata.conformance.peers;

import static dev.cascata.conformance.rules.Capability.*;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.rules.CallbackRule;
import dev.cascata.conformance.rules.Capability;
import dev.cascata.conformance.rules.LinkRule;
import dev.cascata.conformance.rules.RootRule;
import dev.cascata.conformance.rules.Rule;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import io.reactivex.rxjava3.disposables.CompositeDisposable;
import io.reactivex.rxjava3.disposables.Disposable;
import java.util.EnumSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The kit of RxJava's {@link CompositeDisposable}. A child is added to its parent. */
public final class CompositeDisposableKit implements ContextKit<CompositeDisposable> {
    private static final String HOLDS =
            "CompositeDisposable: it is a container that holds what was added to it, also as a root";
    private static final String TAKE_OUT =
            "CompositeDisposable.delete: the container holds a disposed child until the program deletes the child";

    @Override
    public String name() {
        return "RxJava CompositeDisposable 3.1.12";
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(CALLBACKS, INLINE_CALLBACKS, STOP_RESULT, DEPENDENTS, THREADS, EAGER);
    }

    @Override
    public Map<Rule, String> differs() {
        return Map.of(
                RootRule.ROOT_6,
                HOLDS,
                LinkRule.LINK_4,
                HOLDS,
                LinkRule.LINK_2,
                TAKE_OUT,
                LinkRule.LINK_8,
                TAKE_OUT,
                LinkRule.LINK_11,
                TAKE_OUT,
                CallbackRule.CALLBACK_17,
                "Exceptions.throwIfFatal: an error of the virtual machine stops the other callbacks");
    }

    @Override
    public String linking() {
        return "parent.add(child)";
    }

    @Override
    public CompositeDisposable background(Environment environment) {
        return new CompositeDisposable();
    }

    @Override
    public CompositeDisposable withCancel(CompositeDisposable parent, Environment environment) {
        CompositeDisposable child = new CompositeDisposable();
        parent.add(child);
        return child;
    }

    @Override
    public boolean cancel(CompositeDisposable context) {
        context.dispose();
        return false;
    }

    @Override
    public boolean done(CompositeDisposable context) {
        return context.isDisposed();
    }

    @Override
    public Registration afterFunc(CompositeDisposable context, Runnable callback, Environment environment) {
        Disposable registered = Disposable.fromRunnable(callback);
        context.add(registered);
        return () -> context.delete(registered);
    }

    @Override
    public OptionalInt dependents(CompositeDisposable context) {
        return OptionalInt.of(context.size());
    }
}
