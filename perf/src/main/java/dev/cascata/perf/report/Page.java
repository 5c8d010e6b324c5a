package dev.cascata.perf.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The page about a run: one file that needs no other. A script draws the plots; the tables need no script. */
final class Page {
    private static final String LIBRARY = "META-INF/maven/org.webjars.npm/chart.js/pom.properties";

    private final Report report;
    private final @Nullable Baseline baseline;
    private final List<Plot> plots = new ArrayList<>();

    Page(Report report, @Nullable Baseline baseline) {
        this.report = report;
        this.baseline = baseline;
    }

    String html() {
        String body = body();
        return text("page.html")
                .replace("{{style}}", text("page.css"))
                .replace("{{body}}", body)
                .replace("{{plots}}", json(plots))
                .replace("{{library}}", library())
                .replace("{{script}}", text("page.js"));
    }

    /** Returns the part of the page that can be read without a script. */
    String body() {
        plots.clear();
        StringBuilder text = new StringBuilder(facts());
        List<Result> shown = report.shown();
        text.append(targets(new Grid(shown)));
        if (baseline != null) {
            String caveat = baseline.caveat(report.machine().mode());
            text.append(Html.element("h2", "Change"))
                    .append(caveat.isEmpty() ? "" : Html.element("p", caveat))
                    .append(baseline.table(report.results()));
        }
        for (Section section : Section.values()) {
            List<Result> results = section.of(shown);
            if (!results.isEmpty()) {
                text.append(section(section, results));
            }
        }
        return text.toString();
    }

    private String facts() {
        Machine machine = report.machine();
        return "<dl>\n"
                + fact(
                        "Machine",
                        machine.processor() + ", " + machine.processors() + " processors, " + machine.system())
                + fact("JDK", jdks(machine.jdks()))
                + fact("Go", machine.go())
                + fact("Run", machine.mode() + ", " + machine.date() + ", commit " + machine.commit())
                + fact(
                        "Cases",
                        measured() + " measured, " + (report.results().size() - measured())
                                + " not measured for the reason shown")
                + "</dl>\n";
    }

    private static String jdks(List<String> all) {
        List<String> others = all.subList(1, all.size());
        return all.get(0) + (others.isEmpty() ? "" : "; the CSV and JSON files also have " + String.join(", ", others));
    }

    private long measured() {
        return report.results().stream().filter(Result::measured).count();
    }

    private static String fact(String name, String value) {
        return Html.element("dt", name) + Html.element("dd", value);
    }

    private static String targets(Grid grid) {
        String table = Target.table(grid);
        return table.isEmpty() ? "" : Html.element("h2", "Targets") + table;
    }

    private String section(Section section, List<Result> results) {
        StringBuilder text = new StringBuilder();
        text.append("<section>\n").append(Html.element("h2", section.title)).append(Html.element("p", section.text));
        text.append("<div class=\"plots\">\n");
        for (Plot plot : Plot.of(section, results)) {
            text.append("<figure hidden data-plot=\"").append(plots.size()).append("\"></figure>\n");
            plots.add(plot);
        }
        text.append("</div>\n<details open><summary>Figures</summary>\n").append(Tables.of(results));
        return text.append(Tables.allocations(results))
                .append("</details>\n</section>\n")
                .toString();
    }

    /** Returns JSON that is safe inside a script element. */
    private static String json(List<Plot> plots) {
        try {
            return new ObjectMapper().writeValueAsString(plots).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String library() {
        Properties pom = new Properties();
        try (InputStream in = open("/" + LIBRARY)) {
            pom.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read("/META-INF/resources/webjars/chart.js/" + pom.getProperty("version") + "/dist/chart.umd.min.js");
    }

    private static String text(String name) {
        return read("/dev/cascata/perf/report/" + name);
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String resource) {
        InputStream in = Page.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException(resource + " is missing from the jar");
        }
        return in;
    }
}
