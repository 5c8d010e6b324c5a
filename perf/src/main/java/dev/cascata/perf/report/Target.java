package dev.cascata.perf.report;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A target of the reference in one row of the results.
 *
 * @param timesFloor the greatest multiple of the floor; 0 for no such target
 * @param timesGo the least factor by which the reference is faster than Go; 0 for no such target
 * @param most the greatest value; 0 for no such target
 */
record Target(String work, String row, double timesFloor, double timesGo, double most) {
    static final List<Target> ALL = List.of(
            new Target("build and cancel a star of 1,000,000", row("Propagation.buildAndCancel", "star"), 3, 20, 0),
            new Target("build and cancel a chain of 1,000,000", row("Propagation.buildAndCancel", "chain"), 3, 20, 0),
            new Target("create and cancel a child", "Life.createAndCancel siblings=0", 0, 15, 0),
            new Target("the same by two threads", "Life.ByTwo.createAndCancel siblings=0", 0, 8, 0),
            new Target("read err of a live context", "Reads.err state=live", 1.5, 0, 0),
            new Target("read done of a live context", "Reads.done state=live", 1.5, 0, 0),
            new Target("time limit, 40 pending", "Timers.timeoutAndCancel standing=40", 0, 5, 70),
            new Target("time limit, 400,000 pending", "Timers.timeoutAndCancel standing=400000", 0, 5, 70),
            new Target("the same by two threads", "Timers.ByTwo.timeoutAndCancel standing=400000", 0, 5, 70),
            new Target("value under 100 layers, hit", "Values.hit layers=100", 0, 0, 25),
            new Target("value under 100 layers, miss", "Values.miss layers=100", 0, 0, 25),
            new Target("wake up one thread", "WakeUp.cancel depth=1 threads=platform waiters=1", 1.3, 0, 0),
            new Target("memory of a child", "Memory.withCancel", 0, 0, 56));

    private static String row(String benchmark, String shape) {
        return benchmark + " shape=" + shape + " size=1000000";
    }

    /** Returns the table of the targets that this run has measured; empty if there are none. */
    static String table(Grid grid) {
        List<List<String>> rows = ALL.stream()
                .filter(target -> grid.measured(target.row, Grid.REFERENCE).isPresent())
                .map(target -> target.cells(grid))
                .toList();
        return rows.isEmpty()
                ? ""
                : Html.table(
                        "Targets of the reference",
                        List.of("work", "target", "reference", "verdict", "floor", "Go", "best peer"),
                        rows);
    }

    private List<String> cells(Grid grid) {
        List<String> cells = new ArrayList<>(List.of(Html.escape(work), text()));
        cells.add(Tables.cell(grid, row, Grid.REFERENCE));
        cells.add(Html.escape(verdict(grid)));
        cells.add(Tables.cell(grid, row, Grid.FLOOR));
        cells.add(Tables.cell(grid, row, Plan.GO));
        cells.add(grid.bestPeer(row)
                .map(peer -> Html.withRemark(
                        Numbers.of(peer.median(), peer.unit()), peer.what().subject()))
                .orElse(""));
        return cells;
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        if (most > 0) {
            parts.add("at most " + plain(most) + (row.startsWith("Memory") ? " bytes" : " ns"));
        }
        if (timesFloor > 0) {
            parts.add("at most " + plain(timesFloor) + "× the floor");
        }
        if (timesGo > 0) {
            parts.add(plain(timesGo) + "× faster than Go");
        }
        return Html.withRemark(parts.get(0), String.join(", ", parts.subList(1, parts.size())));
    }

    private static String plain(double number) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** Returns met or missed, or open if a value to compare with was not measured. */
    String verdict(Grid grid) {
        double value = grid.measured(row, Grid.REFERENCE).orElseThrow().median();
        Optional<Double> floor = grid.measured(row, Grid.FLOOR).map(Result::median);
        Optional<Double> go = grid.measured(row, Plan.GO).map(Result::median);
        if ((timesFloor > 0 && floor.isEmpty()) || (timesGo > 0 && go.isEmpty())) {
            return "open";
        }
        boolean met = (most == 0 || value <= most)
                && (timesFloor == 0 || value <= timesFloor * floor.orElseThrow())
                && (timesGo == 0 || value * timesGo <= go.orElseThrow());
        return met ? "met" : "missed";
    }
}
