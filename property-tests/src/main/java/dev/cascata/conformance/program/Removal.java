package dev.cascata.conformance.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Copies all steps of a program but one. In later steps, a context that is no longer made is replaced by its parent. A
 * step that is impossible without the removed one is dropped too: the cancel of a context that has no cancel, or the
 * stop of a callback that is not registered.
 */
final class Removal {
    private static final int GONE = -1;

    private final List<Step> kept = new ArrayList<>();
    private final List<Integer> contexts = new ArrayList<>(List.of(0));
    private final List<Integer> callbacks = new ArrayList<>();
    private final Set<Integer> cancellable = new HashSet<>();
    private int keptContexts = 1;
    private int keptCallbacks;

    List<Step> kept() {
        return kept;
    }

    void take(Step step, boolean removed) {
        if (step instanceof Step.Derive derive) {
            derive(derive, removed);
        } else if (step instanceof Step.Background) {
            root(removed);
        } else if (step instanceof Step.Cancel cancel) {
            cancel(cancel, removed);
        } else if (step instanceof Step.AfterFunc afterFunc) {
            afterFunc(new Step.AfterFunc(contexts.get(afterFunc.context())), removed);
        } else if (step instanceof Step.AfterFuncAgain again) {
            int first = callbacks.get(again.callback());
            afterFunc(new Step.AfterFuncAgain(first), removed || first == GONE);
        } else if (step instanceof Step.StopCallback stop) {
            int callback = callbacks.get(stop.callback());
            keep(new Step.StopCallback(callback), removed || callback == GONE);
        } else {
            keep(step, removed);
        }
    }

    private void derive(Step.Derive derive, boolean removed) {
        int parent = contexts.get(derive.parent());
        for (int i = 0; i < derive.count(); i++) {
            contexts.add(removed ? parent : keptContexts);
            if (!removed) {
                if (derive.cancellable()) {
                    cancellable.add(keptContexts);
                }
                keptContexts++;
            }
        }
        keep(derive.from(contexts::get), removed);
    }

    private void root(boolean removed) {
        contexts.add(removed ? 0 : keptContexts);
        keptContexts += removed ? 0 : 1;
        keep(new Step.Background(), removed);
    }

    private void cancel(Step.Cancel cancel, boolean removed) {
        int context = contexts.get(cancel.context());
        keep(new Step.Cancel(context, cancel.cause()), removed || !cancellable.contains(context));
    }

    private void afterFunc(Step step, boolean removed) {
        callbacks.add(removed ? GONE : keptCallbacks);
        keptCallbacks += removed ? 0 : 1;
        keep(step, removed);
    }

    private void keep(Step step, boolean removed) {
        if (!removed) {
            kept.add(step);
        }
    }
}
