package dev.cascata.stress.races;

import dev.cascata.conformance.kit.ContextKit;
import dev.cascata.conformance.plain.FreshLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Threads with a few steps each on one small tree, run in every order that Lincheck generates. */
final class Interleavings {
    private final List<List<SmallTree.Step>> threads;

    /** Lincheck does not explore an object that only a local variable refers to. */
    @SuppressWarnings("UnusedVariable")
    private volatile @Nullable SmallTree shared;

    private Interleavings(List<List<SmallTree.Step>> threads) {
        this.threads = threads;
    }

    static Interleavings of(List<SmallTree.Step> first, List<SmallTree.Step> second) {
        return new Interleavings(List.of(first, second));
    }

    static Interleavings of(List<SmallTree.Step> first, List<SmallTree.Step> second, List<SmallTree.Step> third) {
        return new Interleavings(List.of(first, second, third));
    }

    /** Fails, and prints the order of events, if no sequential order of the steps returns the same results. */
    void explore(ContextKit<Object> kit, int invocations) {
        Set<String> allowed = new LinkedHashSet<>();
        enumerate(new ArrayList<>(), allowed);
        Explorer.explore(invocations, () -> {
            FreshLock.renew();
            SmallTree tree = new KitTree(kit);
            shared = tree;
            String results = race(tree);
            if (!allowed.contains(results)) {
                throw new AssertionError(
                        "the steps return " + results + ", but one after another they return " + allowed);
            }
        });
    }

    /** Runs the steps. The calling thread is the first one. */
    private String race(SmallTree tree) {
        String[] results = new String[threads.size()];
        Thread[] others = new Thread[threads.size()];
        for (int i = 1; i < others.length; i++) {
            int own = i;
            others[i] = new Thread(() -> results[own] = all(threads.get(own), tree));
            others[i].start();
        }
        results[0] = all(threads.get(0), tree);
        try {
            for (int i = 1; i < others.length; i++) {
                others[i].join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return words(results, tree);
    }

    private static String all(List<SmallTree.Step> steps, SmallTree tree) {
        String results = "";
        for (int i = 0; i < steps.size(); i++) {
            results += steps.get(i).on(tree) + " ";
        }
        return results;
    }

    /** Puts the results of each thread, and what is left, in words. */
    private static String words(String[] results, SmallTree tree) {
        String words = "<";
        for (int i = 0; i < results.length; i++) {
            words += results[i] + "| ";
        }
        return words + tree.rest() + ">";
    }

    /**
     * Runs, on the model, each order of the steps that keeps the order within each thread. An order names a thread per
     * step.
     */
    private void enumerate(List<Integer> order, Set<String> results) {
        boolean over = true;
        for (int i = 0; i < threads.size(); i++) {
            int thread = i;
            if (order.stream().filter(t -> t == thread).count() < threads.get(i).size()) {
                over = false;
                List<Integer> longer = new ArrayList<>(order);
                longer.add(i);
                enumerate(longer, results);
            }
        }
        if (over) {
            results.add(inOrder(order));
        }
    }

    private String inOrder(List<Integer> order) {
        SmallTree model = new ModelTree();
        String[] results = new String[threads.size()];
        int[] next = new int[threads.size()];
        Arrays.fill(results, "");
        for (int thread : order) {
            results[thread] += threads.get(thread).get(next[thread]++).on(model) + " ";
        }
        return words(results, model);
    }

    @Override
    public String toString() {
        return threads.stream().map(List::toString).collect(Collectors.joining(" against "));
    }
}
