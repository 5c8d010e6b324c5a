package dev.cascata.conformance.plain;

import dev.cascata.context.Context;
import dev.cascata.context.ContextException;
import dev.cascata.context.Deadline;
import dev.cascata.context.Done;
import dev.cascata.context.Environment;
import dev.cascata.context.Key;
import dev.cascata.context.Registration;
import dev.cascata.context.Scheduler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The operations of the contexts of one tree, one method for each step. A mutant replaces one of the steps. */
public class PlainSteps extends PlainReads {
    /** The key under which a root binds the steps of its tree. */
    private static final Key<PlainSteps> KEY = Key.named("steps");

    public final Environment environment;
    private final Context outside;

    public PlainSteps(Environment environment) {
        this.environment = environment;
        this.outside = Context.background(environment);
    }

    protected Context root() {
        return new PlainContext(this, "background", null, null, KEY, this);
    }

    /** Returns a layer on a foreign context, with the steps of the tree that the foreign context belongs to. */
    static Context adopt(Context foreign) {
        PlainSteps steps = Objects.requireNonNull(foreign.value(KEY), "a context around none of a plain tree");
        return new PlainContext(steps, "adopted", foreign, foreign, null, null);
    }

    protected <T> Context bind(PlainContext parent, Key<T> key, @Nullable T value) {
        Objects.requireNonNull(key, "key");
        return new PlainContext(this, "withValue(" + key + ")", parent, sourceOf(parent), key, value);
    }

    protected Context detach(PlainContext parent) {
        return new PlainContext(this, "withoutCancel", parent, null, null, null);
    }

    /** Returns the nearest node or foreign context; null if nothing above can end. */
    protected @Nullable Context sourceOf(PlainContext context) {
        return context instanceof PlainNode ? context : context.source;
    }

    @Override
    protected <T> @Nullable T unbound(Key<T> key) {
        return outside.value(key);
    }

    @Override
    protected PlainNode derive(PlainContext parent) {
        return node(parent, "withCancel", parent.deadline());
    }

    protected PlainNode derive(PlainContext parent, Deadline own, @Nullable Throwable cause) {
        Objects.requireNonNull(own, "deadline");
        Deadline inherited = parent.deadline();
        if (inherited != null && endsBefore(inherited, own)) {
            return derive(parent);
        }
        PlainNode node = node(parent, "withDeadline", own);
        endAtDeadline(node, own, cause);
        return node;
    }

    protected PlainNode node(PlainContext parent, String name, @Nullable Deadline deadline) {
        PlainNode node = make(parent, name, deadline);
        endWithParent(node, sourceOf(parent));
        return node;
    }

    protected PlainNode make(PlainContext parent, String name, @Nullable Deadline deadline) {
        return new PlainNode(this, name, parent, deadline);
    }

    protected PlainNode merge(List<? extends Context> parents) {
        PlainNode node = new PlainNode(this, "merge", parents.get(0), earliest(parents));
        List<Context> sources = sources(parents);
        List<Context> ended =
                sources.stream().filter(s -> s.done().isDone()).limit(1).toList();
        try {
            (ended.isEmpty() ? sources : ended).forEach(s -> endWithOneOf(node, s));
        } catch (RuntimeException | Error refused) {
            node.cancel(refused);
            throw refused;
        }
        return node;
    }

    protected @Nullable Deadline earliest(List<? extends Context> parents) {
        return parents.stream()
                .map(Context::deadline)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Returns the nodes and foreign contexts that the parents read from, each once. */
    protected List<Context> sources(List<? extends Context> parents) {
        List<Context> sources = new ArrayList<>();
        for (Context parent : parents) {
            Context source = parent instanceof PlainContext layer ? sourceOf(layer) : parent;
            Done done = source == null ? Done.never() : source.done();
            Context shown = done instanceof PlainDone node ? node.owner() : source;
            if (shown != null && done != Done.never() && sources.stream().noneMatch(s -> s == shown)) {
                sources.add(shown);
            }
        }
        return sources;
    }

    protected void endWithOneOf(PlainNode node, Context source) {
        if (!(source instanceof PlainNode parent)) {
            follow(source, source.done(), node);
        } else if (!join(parent, node) && parent.end != null) {
            end(node, inherited(node, parent.end));
        }
    }

    protected boolean endsBefore(Deadline inherited, Deadline own) {
        return inherited.compareTo(own) < 0;
    }

    protected Deadline moment(Duration timeout) {
        return Deadline.after(timeout, environment.time());
    }

    /** Links the node to the node whose signal the parent returns; follows any other signal. */
    protected void endWithParent(PlainNode node, @Nullable Context parent) {
        Done above = parent == null ? Done.never() : parent.done();
        if (above instanceof PlainDone done && done.owner().steps == this) {
            link(done.owner(), node);
        } else if (parent != null && above != Done.never()) {
            follow(parent, above, node);
        }
    }

    protected void link(PlainNode holder, PlainNode node) {
        node.holder = holder;
        if (!add(holder, node)) {
            end(node, inherited(node, Objects.requireNonNull(holder.end)));
        }
    }

    protected void follow(Context foreign, Done done, PlainNode node) {
        if (done.isDone()) {
            end(node, foreignEnd(foreign));
            return;
        }
        Registration registration =
                hasHook(foreign) ? foreign.afterFunc(() -> end(node, foreignEnd(foreign))) : watch(foreign, done, node);
        keep(node, () -> releaseParent(registration));
    }

    protected Registration watch(Context foreign, Done done, PlainNode node) {
        return new PlainWatcher(this, foreign, done, node);
    }

    protected boolean hasHook(Context foreign) {
        try {
            return foreign.getClass().getMethod("afterFunc", Runnable.class).getDeclaringClass() != Context.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    protected void releaseParent(Registration registration) {
        registration.stop();
    }

    protected void endAtDeadline(PlainNode node, Deadline deadline, @Nullable Throwable cause) {
        if (node.end == null && deadline.isPast()) {
            end(node, expired(cause));
        } else if (node.end == null) {
            Scheduler.Timer timer = startTimer(deadline, () -> end(node, expired(cause)));
            keep(node, () -> stopTimer(timer));
        }
    }

    protected Scheduler.Timer startTimer(Deadline deadline, Runnable task) {
        return environment.scheduler().schedule(deadline.remaining().toNanos(), task);
    }

    protected void stopTimer(Scheduler.Timer timer) {
        timer.cancel();
    }

    protected boolean cancel(PlainNode node, @Nullable Throwable cause) {
        return end(node, cancelled(cause));
    }

    protected PlainEnd cancelled(@Nullable Throwable cause) {
        return endOf(ContextException.cancelled(), cause);
    }

    protected PlainEnd expired(@Nullable Throwable cause) {
        return endOf(ContextException.deadlineExceeded(), cause);
    }

    protected PlainEnd foreignEnd(Context foreign) {
        ContextException err = foreign.err();
        String name = foreign.getClass().getName();
        return err == null
                ? cancelled(new IllegalStateException("the parent context is done and its err() is null: " + name))
                : endOf(err, foreign.cause());
    }

    protected PlainEnd endOf(ContextException err, @Nullable Throwable cause) {
        return new PlainEnd(err, cause == null ? err : cause);
    }

    @Override
    protected Registration register(PlainContext context, Runnable task) {
        Objects.requireNonNull(task, "callback");
        Context source = sourceOf(context);
        if (source == null || source.done() == Done.never()) {
            return addCallback(null, task);
        } else if (source.done() instanceof PlainDone done && done.owner().steps == this) {
            return addCallback(done.owner(), task);
        }
        PlainNode node = derive(context);
        Registration registration = addCallback(node, task);
        return () -> {
            boolean stopped = registration.stop();
            node.cancel();
            return stopped;
        };
    }

    @Override
    protected void dispatch(PlainCallback callback) {
        Guard.run(() -> environment.executor().execute(callback.task));
    }
}
