package dev.cascata.conformance.trial;

import dev.cascata.conformance.kit.AdapterFault;
import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.kit.EndKind;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.program.Step.Derive;
import dev.cascata.context.Environment;
import dev.cascata.context.Registration;
import dev.cascata.context.VirtualTime;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
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
    private final VirtualTime time = new VirtualTime();
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final Environment environment = new Environment(time, time, queue::add);
    private final List<C> contexts = new ArrayList<>();
    private final List<Runnable> objects = new ArrayList<>();
    private final List<Integer> registeredOn = new ArrayList<>();
    private final List<Registration> stops = new ArrayList<>();
    private final Queue<Ran> log = new ConcurrentLinkedQueue<>();
    private final IdentityHashMap<Object, String> causeLabels = new IdentityHashMap<>();
    private final Map<String, Object> causes = new HashMap<>();
    private final List<Object> keys = new ArrayList<>();
    private volatile boolean draining;
    private volatile String inFlight = "";
    /** How many operations are running, each within the one before. */
    private int depth;

    private final AtomicLong operations = new AtomicLong();
    private boolean answer;

    public KitSubject(ContextKit<C> kit) {
        this.kit = kit;
        contexts.add(make("background", () -> kit.background(environment)));
    }

    @Override
    public String inFlight() {
        return inFlight;
    }

    @Override
    public long operations() {
        return operations.get();
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
        return time.pending();
    }

    @Override
    public void apply(Step step) {
        if (step instanceof Derive derive) {
            derive(derive);
        } else if (step instanceof Step.Background) {
            contexts.add(make("background", () -> kit.background(environment)));
        } else if (step instanceof Step.Cancel cancel) {
            cancel(cancel);
        } else if (step instanceof Step.AfterFunc afterFunc) {
            objects.add(callback(objects.size(), contexts.get(afterFunc.context())));
            afterFunc(objects.size() - 1, afterFunc.context());
        } else if (step instanceof Step.AfterFuncAgain again) {
            objects.add(objects.get(again.callback()));
            afterFunc(again.callback(), registeredOn.get(again.callback()));
        } else if (step instanceof Step.StopCallback stop) {
            answer = call(
                    "stop f" + stop.callback(), () -> stops.get(stop.callback()).stop());
        } else if (step instanceof Step.Advance advance) {
            run("a timer that is due", () -> time.advance(Duration.ofMillis(advance.ticks())));
        }
    }

    private void derive(Derive derive) {
        C parent = contexts.get(derive.parent());
        for (int i = 0; i < derive.count(); i++) {
            C above = parent;
            C made = make(operation(derive), () -> deriveOne(derive, above));
            contexts.add(made);
            parent = derive.deep() ? made : parent;
        }
    }

    private static String operation(Derive derive) {
        String name = derive.getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private C deriveOne(Derive derive, C parent) {
        if (derive instanceof Step.WithDeadline deadline) {
            return kit.withDeadline(parent, nanos(deadline.at()), cause(deadline.cause()), environment);
        } else if (derive instanceof Step.WithTimeout timeout) {
            return kit.withTimeout(parent, duration(timeout.ticks()), cause(timeout.cause()), environment);
        } else if (derive instanceof Step.WithValue value) {
            return kit.withValue(parent, key(value.key()), Subject.value(value.value()), environment);
        } else if (derive instanceof Step.Layers) {
            return kit.withValue(parent, key(0), Subject.value(0), environment);
        } else if (derive instanceof Step.WithoutCancel) {
            return kit.withoutCancel(parent, environment);
        } else if (derive instanceof Step.Foreign foreign) {
            return kit.foreign(parent, foreign.shape());
        } else if (derive instanceof Step.Merge merge) {
            return kit.merge(merge.parents().stream().map(contexts::get).toList(), environment);
        }
        return kit.withCancel(parent, environment);
    }

    private void cancel(Step.Cancel cancel) {
        C context = contexts.get(cancel.context());
        Object cause = cause(cancel.cause());
        answer = call(
                "cancel c" + cancel.context(),
                () -> cancel.cause() == null ? kit.cancel(context) : kit.cancel(context, cause));
    }

    private Runnable callback(int object, C context) {
        return () -> log.add(new Ran(object, kit.done(context), kit.err(context) != null, draining));
    }

    private void afterFunc(int object, int context) {
        registeredOn.add(context);
        Runnable callback = objects.get(object);
        stops.add(make("afterFunc c" + context, () -> kit.afterFunc(contexts.get(context), callback, environment)));
    }

    @Override
    public void settle() {
        draining = true;
        run("settle", () -> kit.settle(environment));
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            run("a callback", task);
        }
        draining = false;
    }

    @Override
    public boolean done(int context) {
        return call("done c" + context, () -> kit.done(contexts.get(context)));
    }

    @Override
    public @Nullable Object err(int context) {
        return call("err c" + context, () -> kit.err(contexts.get(context)));
    }

    @Override
    public @Nullable EndKind kind(int context) {
        return call("kind c" + context, () -> kit.kind(contexts.get(context)));
    }

    @Override
    public @Nullable Object cause(int context) {
        return call("cause c" + context, () -> kit.cause(contexts.get(context)));
    }

    @Override
    public OptionalLong deadline(int context) {
        return make("deadline c" + context, () -> kit.deadline(contexts.get(context), environment));
    }

    @Override
    public @Nullable Object value(int context, int key) {
        return call("value c" + context, () -> kit.value(contexts.get(context), key(key)));
    }

    @Override
    public Object doneObject(int context) {
        return make("doneObject c" + context, () -> kit.doneObject(contexts.get(context)));
    }

    @Override
    public OptionalInt dependents(int context) {
        return make("dependents c" + context, () -> kit.dependents(contexts.get(context)));
    }

    @Override
    public int attached(int context) {
        return call("attached c" + context, () -> kit.attached(contexts.get(context)));
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
            Object cause = make("newCause", () -> kit.newCause(l));
            causeLabels.put(cause, l);
            return cause;
        });
    }

    private Object key(int number) {
        while (keys.size() <= number) {
            String name = KEY_NAMES[keys.size()];
            keys.add(make("newKey", () -> kit.newKey(name)));
        }
        return keys.get(number);
    }

    private static long nanos(long ticks) {
        return ticks == Step.HUGE ? Long.MAX_VALUE : ticks == -Step.HUGE ? Long.MIN_VALUE : ticks * Step.TICK;
    }

    private static Duration duration(long ticks) {
        return ticks == Step.HUGE ? LONGEST : ticks == -Step.HUGE ? SHORTEST : Duration.ofMillis(ticks);
    }

    private <T> T make(String operation, Supplier<T> code) {
        T made = call(operation, code);
        if (made == null) {
            throw new AdapterFault(operation + " answered null; it has to answer a handle");
        }
        return made;
    }

    private void run(String operation, Runnable code) {
        call(operation, () -> {
            code.run();
            return "";
        });
    }

    @SuppressWarnings({"CatchThrowable", "NullAway"})
    private <T extends @Nullable Object> T call(String operation, Supplier<T> code) {
        String outer = inFlight;
        inFlight = operation;
        operations.incrementAndGet();
        depth++;
        try {
            return code.get();
        } catch (AdapterFault | Broken known) {
            throw known;
        } catch (UnsupportedOperationException unsupported) {
            throw new AdapterFault(
                    operation + " is not supported, though the kit declares the capability", unsupported);
        } catch (Throwable thrown) {
            throw new Broken(operation, thrown);
        } finally {
            depth--;
            inFlight = depth > 0 ? outer : operation;
        }
    }
}
