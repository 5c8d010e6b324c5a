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

/** Threads with a few steps each on one small tree, run in every order that Lincheck thinks of. */
final class Interleavings {
    private final List<List<SmallTree.Step>> threads;

    /** What is only in a variable counts, with all that it holds, as one thread's own, and is not looked into. */
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

    /** Fails, with the order of events, if the answers are not those of the steps one after another in some order. */
    void explore(ContextKit<Object> kit, int invocations) {
        Set<String> allowed = new LinkedHashSet<>();
        enumerate(new ArrayList<>(), allowed);
        Explorer.explore(invocations, () -> {
            FreshLock.renew();
            SmallTree tree = new KitTree(kit);
            shared = tree;
            String answers = race(tree);
            if (!allowed.contains(answers)) {
                throw new AssertionError("answered " + answers + ", but one after another the steps answer " + allowed);
            }
        });
    }

    /** The first thread is the one that was there already. */
    private String race(SmallTree tree) {
        String[] answers = new String[threads.size()];
        Thread[] others = new Thread[threads.size()];
        for (int i = 1; i < others.length; i++) {
            int own = i;
            others[i] = new Thread(() -> answers[own] = all(threads.get(own), tree));
            others[i].start();
        }
        answers[0] = all(threads.get(0), tree);
        try {
            for (int i = 1; i < others.length; i++) {
                others[i].join();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return words(answers, tree);
    }

    private static String all(List<SmallTree.Step> steps, SmallTree tree) {
        String answers = "";
        for (int i = 0; i < steps.size(); i++) {
            answers += steps.get(i).on(tree) + " ";
        }
        return answers;
    }

    /** What each thread was answered, and what is left. */
    private static String words(String[] answers, SmallTree tree) {
        String words = "<";
        for (int i = 0; i < answers.length; i++) {
            words += answers[i] + "| ";
        }
        return words + tree.rest() + ">";
    }

    /** Every order of the steps that keeps the order of each thread, on the model; an order names a thread a step. */
    private void enumerate(List<Integer> order, Set<String> answers) {
        boolean over = true;
        for (int i = 0; i < threads.size(); i++) {
            int thread = i;
            if (order.stream().filter(t -> t == thread).count() < threads.get(i).size()) {
                over = false;
                List<Integer> longer = new ArrayList<>(order);
                longer.add(i);
                enumerate(longer, answers);
            }
        }
        if (over) {
            answers.add(inOrder(order));
        }
    }

    private String inOrder(List<Integer> order) {
        SmallTree model = new ModelTree();
        String[] answers = new String[threads.size()];
        int[] next = new int[threads.size()];
        Arrays.fill(answers, "");
        for (int thread : order) {
            answers[thread] += threads.get(thread).get(next[thread]++).on(model) + " ";
        }
        return words(answers, model);
    }

    @Override
    public String toString() {
        return threads.stream().map(List::toString).collect(Collectors.joining(" against "));
    }
}
