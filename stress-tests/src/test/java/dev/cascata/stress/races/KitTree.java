package dev.cascata.stress.races;

import dev.cascata.conformance.ContextKit;
import dev.cascata.conformance.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The steps carried out by a library. */
final class KitTree implements SmallTree {
    private final ContextKit<Object> kit;
    private final Hand hand = new Hand();
    private final Object a;
    private final Object b;
    private final Object e;
    private final List<Object> nodes = new ArrayList<>();
    private final AtomicInteger runs = new AtomicInteger();
    private volatile @Nullable Object derived;
    private volatile @Nullable Stop callback;

    KitTree(ContextKit<Object> kit) {
        this.kit = kit;
        this.a = kit.newCause("a");
        this.b = kit.newCause("b");
        this.e = kit.newCause("e");
        Object top = kit.withCancel(kit.background(hand.environment), hand.environment);
        Object middle = kit.withDeadline(top, Tree.TICK, e, hand.environment);
        nodes.addAll(List.of(top, middle, kit.withCancel(middle, hand.environment)));
    }

    @Override
    public String cancel(int node, String cause) {
        return kit.cancel(nodes.get(node), cause.equals("a") ? a : b) ? "won" : "lost";
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
        Object made = kit.withCancel(nodes.get(BOTTOM), hand.environment);
        derived = made;
        return end(made);
    }

    @Override
    public String read() {
        return end(nodes.get(BOTTOM));
    }

    @Override
    public String register() {
        callback = kit.listen(nodes.get(MIDDLE), runs::incrementAndGet, hand.environment);
        return "registered";
    }

    @Override
    public String stop() {
        Stop registered = callback;
        return registered != null && registered.stop() ? "stopped" : "late";
    }

    @Override
    public String expire() {
        hand.fire(0);
        return "expired";
    }

    @Override
    public String rest() {
        String ends = nodes.stream().map(this::end).collect(Collectors.joining(" "));
        return ends + " " + end(derived) + ", run " + runs.get();
    }
}
