package org.shoptrace.core.table;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.shoptrace.core.markup.Markup;
import org.shoptrace.model.json.Json;

/// Writes a table into a page, for people: the words of its columns, numbers to the right with at most four decimals. A page styles the
/// classes `scroll`, `number` and `text`.
public final class HtmlTable {
    /// Longer tables are folded; they are there all the same, for the search of the browser and for paper.
    private static final int UNFOLDED = 60;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int DIGITS_READ = 10;

    private HtmlTable() {}

    /// @param html where the table is to stand
    public static void write(Table table, Markup html) {
        if (table.rows().isEmpty()) {
            html.element("p", "None.");
            return;
        }
        boolean folded = table.rows().size() > UNFOLDED;
        if (folded) {
            html.open("details").element("summary", table.rows().size() + " rows");
        }
        List<Integer> shown = IntStream.range(0, table.columns().size()).filter(i -> table.columns().get(i).shown()).boxed().toList();
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        shown.forEach(i -> head(table, i, html));
        html.close().close().open("tbody");
        for (List<Json> row : table.rows()) {
            html.open("tr");
            shown.forEach(i -> cell(table.columns().get(i), row.get(i), html));
            html.close();
        }
        html.close().close().close();
        if (folded) {
            html.close();
        }
    }

    private static void head(Table table, int place, Markup html) {
        Table.Column column = table.columns().get(place);
        boolean numbers = table.rows().stream().anyMatch(row -> row.get(place) instanceof Json.Num);
        String look = numbers ? "number" : "text";
        if (column.tip().isEmpty()) {
            html.element("th", column.title(), "scope", "col", "class", look);
        } else {
            html.element("th", column.title(), "scope", "col", "class", look, "title", column.tip());
        }
    }

    private static void cell(Table.Column column, Json cell, Markup html) {
        switch (cell) {
            case Json.Num number -> html.element("td", shown(number, column.decimals()), "class", "number");
            case Json.Null _ -> html.element("td", "–", "class", "number");
            default -> text(column.shown(Table.plain(cell)), html);
        }
    }

    /// A hash, such as a run's id, is cut to the digits that people use; the files beside the page have it whole.
    private static void text(String text, Markup html) {
        if (HASH.matcher(text).matches()) {
            html.element("td", text.substring(0, DIGITS_READ) + "…", "title", text);
        } else {
            html.element("td", text);
        }
    }

    /// Counts as they are; others with the column's decimals, and what is smaller than these can tell is said to be.
    private static String shown(Json.Num number, int decimals) {
        double value = number.asDouble();
        if (number.isInteger()) {
            return number.text();
        }
        double least = Math.pow(10, -decimals);
        return value > 0 && value < least ? "< " + decimal(least, decimals) : decimal(value, decimals);
    }

    private static String decimal(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
