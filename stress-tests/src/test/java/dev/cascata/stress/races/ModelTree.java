package dev.cascata.stress.races;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Defines what each step returns when the steps run one after another. */
final class ModelTree implements SmallTree {
    private static final int DERIVED = 3;

    private final String[] ends = {"live", "live", "live", "none"};
    private String callback = "none";
    private int runs;

    @Override
    public String cancel(int node, String cause) {
        return end(node, cause) ? "won" : "lost";
    }

    private boolean end(int node, String cause) {
        if (!ends[node].equals("live")) {
            return false;
        }
        for (int below = node; below < ends.length; below++) {
            ends[below] = ends[below].equals("live") ? cause : ends[below];
        }
        run();
        return true;
    }

    private void run() {
        if (callback.equals("waiting") && !ends[MIDDLE].equals("live")) {
            callback = "run";
            runs++;
        }
    }

    @Override
    public String derive() {
        ends[DERIVED] = ends[BOTTOM];
        return ends[DERIVED];
    }

    @Override
    public String read() {
        return ends[BOTTOM];
    }

    @Override
    public String readTop() {
        return ends[TOP];
    }

    @Override
    public String register() {
        callback = "waiting";
        run();
        return "registered";
    }

    @Override
    public String stop() {
        boolean waiting = callback.equals("waiting");
        callback = waiting ? "stopped" : callback;
        return waiting ? "stopped" : "late";
    }

    @Override
    public String expire() {
        end(MIDDLE, "e");
        return "expired";
    }

    @Override
    public String rest() {
        return Arrays.stream(ends).collect(Collectors.joining(" ")) + ", run " + runs;
    }
}
