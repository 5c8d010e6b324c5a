package dev.cascata.conformance.generator;

import dev.cascata.conformance.model.Ancestry;
import dev.cascata.conformance.model.EndEvent;
import dev.cascata.conformance.model.Model;
import dev.cascata.conformance.model.Node;
import dev.cascata.conformance.program.Program;
import dev.cascata.conformance.program.Step;
import dev.cascata.conformance.program.Step.Derive;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts each kind of step, depth, width and tie in the programs of a run. */
public final class Statistics {
    private static final int[] BUCKETS = {1, 2, 4, 8, 16, 64, 1000};

    private final Map<String, Long> counts = new TreeMap<>();

    public void count(Program program) {
        Model model = new Model();
        int width = 0;
        for (Step step : program.steps()) {
            model.apply(step);
            width = step instanceof Derive ? Math.max(width, width(model)) : width;
            add("step " + name(step));
            detail(step, model);
        }
        if (program.quiet()) {
            add("quiet");
        }
        add("depth "
                + bucket(model.nodes().stream().mapToInt(n -> n.depth).max().orElse(0)));
        add("width " + bucket(width));
    }

    private void detail(Step step, Model model) {
        if (model.tied()) {
            add("tie");
        }
        if (step instanceof Step.Cancel cancel) {
            add(model.result() ? "cancel of a live context" : "cancel of a done context");
            add("cancel "
                    + (cancel.cause() == null
                            ? "plain"
                            : cancel.cause().equals("null") ? "with null" : "with a cause"));
        } else if (step instanceof Step.StopCallback) {
            add(model.result() ? "stop of a waiting callback" : "stop of no use");
        } else if (step instanceof Step.Foreign foreign) {
            add("foreign " + foreign.shape());
        } else if (step instanceof Step.Advance) {
            add(model.events().isEmpty() ? "advance to no expiry" : "advance to an expiry");
        } else if (step instanceof Derive) {
            derived(model.nodes().get(model.nodes().size() - 1));
        }
    }

    private void derived(Node node) {
        if (node.past) {
            add("deadline past");
        } else if (node.dropped) {
            add("deadline later than the parent's");
        } else if (node.timer != null && node.timer == Step.HUGE) {
            add("deadline huge");
        } else if (node.timer != null && node.parent != null && node.timer.equals(node.parent.deadline)) {
            add("deadline equal to the parent's");
        } else if (node.timer != null) {
            add("deadline earlier or alone");
        }
        if (bornDone(node)) {
            add("derived from a done context");
        }
        if (node.merged()) {
            merged(node);
        }
    }

    private static boolean bornDone(Node node) {
        return node.cancellable() && node.done() && node.endEvent() == EndEvent.BORN_DONE;
    }

    private void merged(Node node) {
        if (bornDone(node)) {
            add("merge with a done context");
        } else if (node.links.size() < node.parents.size()) {
            add("merge of fewer than it names");
        } else if (node.links.stream().anyMatch(l -> l.holder().form == Node.Form.FOREIGN)) {
            add("merge with a foreign context");
        } else if (node.links.stream().anyMatch(l -> Ancestry.above(l.holder(), node.parents.get(0)))) {
            add("merge with an ancestor");
        } else {
            add("merge of branches");
        }
    }

    private static int width(Model model) {
        int most = 0;
        for (int dependents : model.dependents()) {
            most = Math.max(most, dependents);
        }
        return most;
    }

    private static String name(Step step) {
        return step.getClass().getSimpleName();
    }

    private static String bucket(int number) {
        int at = 0;
        for (int least : BUCKETS) {
            at = number >= least ? least : at;
        }
        return String.format(Locale.ROOT, "%4d or more", at);
    }

    private void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    public Map<String, Long> counts() {
        return counts;
    }
}
