package dev.cascata.conformance.trial;

import dev.cascata.conformance.driver.KitDriver;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.program.Step.Derive;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * A library in this virtual machine while one program runs: its contexts, in fresh virtual time, driven by one thread.
 * Callbacks are queued until {@link #settle}.
 */
public final class KitSubject<C> implements Subject {
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
    private static final Duration SHORTEST = Duration.ofSeconds(Long.MIN_VALUE);
    private static final String[] KEY_NAMES = {"k0", "k1", "k1"};

    private final ContextKit<C> kit;
    private final KitDriver<C> driver;
    private final Environment environment;
    private final List<C> contexts = new ArrayList<>();
    private final List<Runnable> objects = new ArrayList<>();
    private final List<Integer> registeredOn = new ArrayList<>();
    private final List<Registration> stops = new ArrayList<>();
    private final Queue<Ran> log = new ConcurrentLinkedQueue<>();
    private final IdentityHashMap<Object, String> causeLabels = new IdentityHashMap<>();
    private final Map<String, Object> causes = new HashMap<>();
    private final List<Object> keys = new ArrayList<>();
    private volatile boolean draining;
    private boolean answer;

    public KitSubject(ContextKit<C> kit) {
        this.kit = kit;
        this.driver = new KitDriver<>(kit);
        this.environment = driver.environment();
        contexts.add(driver.background(environment));
    }

    @Override
    public String inFlight() {
        return driver.inFlight();
    }

    @Override
    public long operations() {
        return driver.operations();
    }

    @Override
    public boolean answer() {
        return answer;
    }

    @Override
    public List<Ran> log() {
        return List.copyOf(log);
    }

    @Override
    public int ran() {
        return log.size();
    }

    @Override
    public int timers() {
        return driver.time().pending();
    }

    @Override
    public void apply(Step step) {
        if (step instanceof Derive derive) {
            derive(derive);
        } else if (step instanceof Step.Background) {
            contexts.add(driver.background(environment));
        } else if (step instanceof Step.Cancel cancel) {
            cancel(cancel);
        } else if (step instanceof Step.AfterFunc afterFunc) {
            objects.add(callback(objects.size(), contexts.get(afterFunc.context())));
            afterFunc(objects.size() - 1, afterFunc.context());
        } else if (step instanceof Step.AfterFuncAgain again) {
            objects.add(objects.get(again.callback()));
            afterFunc(again.callback(), registeredOn.get(again.callback()));
        } else if (step instanceof Step.StopCallback stop) {
            answer = driver.call(
                    "stop f" + stop.callback(), () -> stops.get(stop.callback()).stop());
        } else if (step instanceof Step.Advance advance) {
            driver.advance(advance.ticks());
        }
    }

    private void derive(Derive derive) {
        C parent = contexts.get(derive.parent());
        for (int i = 0; i < derive.count(); i++) {
            C made = deriveOne(operation(derive), derive, parent);
            contexts.add(made);
            parent = derive.deep() ? made : parent;
        }
    }

    private static String operation(Derive derive) {
        String name = derive.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private C deriveOne(String operation, Derive derive, C parent) {
        if (derive instanceof Step.WithDeadline deadline) {
            long nanos = nanos(deadline.at());
            Object cause = cause(deadline.cause());
            return driver.make(operation, () -> kit.withDeadline(parent, nanos, cause, environment));
        } else if (derive instanceof Step.WithTimeout timeout) {
            Duration duration = duration(timeout.ticks());
            Object cause = cause(timeout.cause());
            return driver.make(operation, () -> kit.withTimeout(parent, duration, cause, environment));
        } else if (derive instanceof Step.WithValue value) {
            return withValue(operation, parent, value.key(), value.value());
        } else if (derive instanceof Step.Layers) {
            return withValue(operation, parent, 0, 0);
        } else if (derive instanceof Step.Merge merge) {
            List<C> parents = merge.parents().stream().map(contexts::get).toList();
            return driver.make(operation, () -> kit.merge(parents, environment));
        } else if (derive instanceof Step.WithoutCancel) {
            return driver.make(operation, () -> kit.withoutCancel(parent, environment));
        } else if (derive instanceof Step.Foreign foreign) {
            return driver.make(operation, () -> kit.foreign(parent, foreign.shape()));
        }
        return driver.make(operation, () -> kit.withCancel(parent, environment));
    }

    private C withValue(String operation, C parent, int number, int value) {
        Object key = key(number);
        return driver.make(operation, () -> kit.withValue(parent, key, Subject.value(value), environment));
    }

    private void cancel(Step.Cancel cancel) {
        C context = contexts.get(cancel.context());
        Object cause = cause(cancel.cause());
        answer = driver.call(
                "cancel c" + cancel.context(),
                () -> cancel.cause() == null ? kit.cancel(context) : kit.cancel(context, cause));
    }

    private Runnable callback(int object, C context) {
        return () -> log.add(new Ran(object, kit.done(context), kit.err(context) != null, draining));
    }

    private void afterFunc(int object, int context) {
        registeredOn.add(context);
        Runnable callback = objects.get(object);
        stops.add(driver.make(
                "afterFunc c" + context, () -> kit.afterFunc(contexts.get(context), callback, environment)));
    }

    @Override
    public void settle() {
        draining = true;
        driver.settle(task -> driver.run("a callback", task));
        draining = false;
    }

    @Override
    public boolean done(int context) {
        return driver.call("done c" + context, () -> kit.done(contexts.get(context)));
    }

    @Override
    public @Nullable Object err(int context) {
        return driver.call("err c" + context, () -> kit.err(contexts.get(context)));
    }

    @Override
    public @Nullable EndKind kind(int context) {
        return driver.call("kind c" + context, () -> kit.kind(contexts.get(context)));
    }

    @Override
    public @Nullable Object cause(int context) {
        return driver.call("cause c" + context, () -> kit.cause(contexts.get(context)));
    }

    @Override
    public OptionalLong deadline(int context) {
        return driver.make("deadline c" + context, () -> kit.deadline(contexts.get(context), environment));
    }

    @Override
    public @Nullable Object value(int context, int number) {
        Object key = key(number);
        return driver.call("value c" + context, () -> kit.value(contexts.get(context), key));
    }

    @Override
    public Object doneObject(int context) {
        return driver.make("doneObject c" + context, () -> kit.doneObject(contexts.get(context)));
    }

    @Override
    public OptionalInt dependents(int context) {
        return driver.make("dependents c" + context, () -> kit.dependents(contexts.get(context)));
    }

    @Override
    public int attached(int context) {
        return driver.call("attached c" + context, () -> kit.attached(contexts.get(context)));
    }

    @Override
    public @Nullable String label(@Nullable Object cause) {
        return cause == null ? null : causeLabels.get(cause);
    }

    private @Nullable Object cause(@Nullable String label) {
        if (label == null || label.equals(Step.NULL_CAUSE)) {
            return null;
        }
        return causes.computeIfAbsent(label, l -> {
            Object cause = driver.newCause(l);
            causeLabels.put(cause, l);
            return cause;
        });
    }

    private Object key(int number) {
        while (keys.size() <= number) {
            keys.add(driver.newKey(KEY_NAMES[keys.size()]));
        }
        return keys.get(number);
    }

    private static long nanos(long ticks) {
        return ticks == Step.HUGE ? Long.MAX_VALUE : ticks == -Step.HUGE ? Long.MIN_VALUE : ticks * Step.TICK;
    }

    private static Duration duration(long ticks) {
        return ticks == Step.HUGE ? LONGEST : ticks == -Step.HUGE ? SHORTEST : Duration.ofMillis(ticks);
    }
}
