package dev.cascata.stress.races;

import dev.cascata.conformance.ContextKit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jetbrains.lincheck.Lincheck;

/** Two threads with a few steps each on one small tree, run in every order that Lincheck thinks of. */
final class Interleavings {
    private final List<SmallTree.Step> left;
    private final List<SmallTree.Step> right;

    /** What the two threads were answered, and what was left. */
    private record Answers(List<String> left, List<String> right, String rest) {}

    Interleavings(List<SmallTree.Step> left, List<SmallTree.Step> right) {
        this.left = left;
        this.right = right;
    }

    /** Fails, with the order of events, if the answers are not those of the steps one after another in some order. */
    void explore(ContextKit<Object> kit, int invocations) {
        Set<Answers> allowed = new LinkedHashSet<>();
        enumerate("", allowed);
        Lincheck.runConcurrentTest(invocations, () -> {
            Answers answers = race(new KitTree(kit));
            if (!allowed.contains(answers)) {
                throw new AssertionError(
                        "answered " + answers + ", but one after another the steps answer one of " + allowed);
            }
        });
    }

    private Answers race(SmallTree tree) {
        List<String> leftAnswers = new ArrayList<>();
        List<String> rightAnswers = new ArrayList<>();
        Thread other = new Thread(() -> right.forEach(step -> rightAnswers.add(step.on(tree))));
        other.start();
        left.forEach(step -> leftAnswers.add(step.on(tree)));
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Answers(leftAnswers, rightAnswers, tree.rest());
    }

    /** Every order of the steps that keeps the order of each thread, on the model. */
    private void enumerate(String order, Set<Answers> answers) {
        long lefts = order.chars().filter(c -> c == 'l').count();
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

    private Answers inOrder(String order) {
        SmallTree model = new ModelTree();
        Answers answers = new Answers(new ArrayList<>(), new ArrayList<>(), "");
        for (int i = 0; i < order.length(); i++) {
            char side = order.charAt(i);
            List<String> mine = side == 'l' ? answers.left : answers.right;
            mine.add((side == 'l' ? left : right).get(mine.size()).on(model));
        }
        return new Answers(answers.left, answers.right, model.rest());
    }

    @Override
    public String toString() {
        return left + " against " + right;
    }
}
