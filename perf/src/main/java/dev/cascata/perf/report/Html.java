package dev.cascata.perf.report;

import java.util.List;
import java.util.stream.Collectors;

/** Builds pieces of a page. All texts are escaped, except those that are called raw. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">\n";
    }

    /** Returns a table whose first column contains the row headers; cells are raw. */
    static String table(String caption, List<String> heads, List<List<String>> rows) {
        return "<div class=\"scroll\"><table>\n" + element("caption", caption)
                + "<thead>" + row(heads.stream().map(Html::escape).toList(), "th scope=\"col\"") + "</thead>\n<tbody>\n"
                + rows.stream().map(Html::bodyRow).collect(Collectors.joining()) + "</tbody></table></div>\n";
    }

    private static String row(List<String> cells, String tag) {
        String end = tag.split(" ", -1)[0];
        return "<tr>"
                + cells.stream()
                        .map(cell -> "<" + tag + ">" + cell + "</" + end + ">")
                        .collect(Collectors.joining())
                + "</tr>";
    }

    private static String bodyRow(List<String> cells) {
        String head = "<th scope=\"row\">" + cells.get(0) + "</th>";
        String rest =
                cells.stream().skip(1).map(cell -> "<td>" + cell + "</td>").collect(Collectors.joining());
        return "<tr>" + head + rest + "</tr>\n";
    }

    /** Returns a value with a smaller remark below it. */
    static String withRemark(String value, String remark) {
        return escape(value) + (remark.isEmpty() ? "" : "<small>" + escape(remark) + "</small>");
    }
}
