package dev.cascata.stress.races;

import dev.cascata.conformance.ContextKit;
import dev.cascata.conformance.mutants.FreshLock;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jetbrains.lincheck.Lincheck;
import org.jspecify.annotations.Nullable;

/** Two threads with a few steps each on one small tree, run in every order that Lincheck thinks of. */
final class Interleavings {
    private final List<SmallTree.Step> left;
    private final List<SmallTree.Step> right;

    /** What is only in a variable counts, with all that it holds, as one thread's own, and is not looked into. */
    @SuppressWarnings("UnusedVariable")
    private volatile @Nullable SmallTree shared;

    Interleavings(List<SmallTree.Step> left, List<SmallTree.Step> right) {
        this.left = left;
        this.right = right;
    }

    /** Fails, with the order of events, if the answers are not those of the steps one after another in some order. */
    void explore(ContextKit<Object> kit, int invocations) {
        Set<String> allowed = new LinkedHashSet<>();
        enumerate("", allowed);
        Lincheck.runConcurrentTest(invocations, () -> {
            FreshLock.renew();
            SmallTree tree = new KitTree(kit);
            shared = tree;
            String answers = race(tree);
            if (!allowed.contains(answers)) {
                throw new AssertionError("answered " + answers + ", but one after another the steps answer " + allowed);
            }
        });
    }

    private String race(SmallTree tree) {
        String[] answers = {"", ""};
        Thread other = new Thread(() -> answers[1] = all(right, tree));
        other.start();
        answers[0] = all(left, tree);
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return words(answers[0], answers[1], tree);
    }

    private static String all(List<SmallTree.Step> steps, SmallTree tree) {
        String answers = "";
        for (int i = 0; i < steps.size(); i++) {
            answers += steps.get(i).on(tree) + " ";
        }
        return answers;
    }

    /** What the two threads were answered, and what is left. */
    private static String words(String left, String right, SmallTree tree) {
        return "<" + left + "| " + right + "| " + tree.rest() + ">";
    }

    /** Every order of the steps that keeps the order of each thread, on the model. */
    private void enumerate(String order, Set<String> answers) {
        int lefts = (int) order.chars().filter(c -> c == 'l').count();
        if (order.length() == left.size() + right.size()) {
            answers.add(inOrder(order));
            return;
        }
        if (lefts < left.size()) {
            enumerate(order + "l", answers);
        }
        if (order.length() - lefts < right.size()) {
            enumerate(order + "r", answers);
        }
    }

    private String inOrder(String order) {
        SmallTree model = new ModelTree();
        Iterator<SmallTree.Step> lefts = left.iterator();
        Iterator<SmallTree.Step> rights = right.iterator();
        String leftAnswers = "";
        String rightAnswers = "";
        for (int i = 0; i < order.length(); i++) {
            if (order.charAt(i) == 'l') {
                leftAnswers += lefts.next().on(model) + " ";
            } else {
                rightAnswers += rights.next().on(model) + " ";
            }
        }
        return words(leftAnswers, rightAnswers, model);
    }

    @Override
    public String toString() {
        return left + " against " + right;
    }
}
