package org.shoptrace.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.json.JsonReader;
import org.shoptrace.core.markup.Markup;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunId;

class HtmlTableTest {
    private static Table table(List<String> columns, List<List<Json>> rows) {
        return new Table("t", "T", "", columns.stream().map(Table.Column::named).toList(), rows);
    }

    private static String html(Table table) {
        Markup html = new Markup().open("section");
        HtmlTable.write(table, html);
        return html.close().toString();
    }

    @Test
    void aRunIsNamedByTheDigitsThatPeopleUseAndWholeInTheFiles() {
        String id = "0123456789abcdef".repeat(4);
        Table table = table(List.of("run id", "note"), List.of(List.of(Json.of(id), Json.of("x" + id))));
        String page = html(table);
        assertTrue(page.contains("<td title=\"" + id + "\">" + new RunId(id).brief() + "…</td>"), page);
        assertTrue(page.contains("<td>x" + id + "</td>"), "only a run's id is cut");
        assertTrue(table.csv().contains(id));
    }

    @Test
    void cellsOfCsvAreQuotedAndNumbersHaveAPoint() {
        Table table = table(
                List.of("a", "b"),
                List.of(List.of(Json.of("one, \"two\"\nthree"), Json.Num.of(0.5)), List.of(Json.NULL, Json.Num.of(1_234_567))));
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals("a,b\r\n\"one, \"\"two\"\"\nthree\",0.5\r\n,1234567\r\n", table.csv());
            assertTrue(html(table).contains(">0.5000<"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void textStaysTextAndTurnsNothingAround() {
        String page = html(table(List.of("<b>"), List.of(List.of(Json.of("<script>\u202Egpj.exe")))));
        assertFalse(page.contains("<script") || page.contains("<b>") || page.contains("\u202E"), page);
        assertTrue(page.contains("[U+202E]gpj.exe"), page);
    }

    @Test
    void peopleReadWordsAndSeeTheColumnsThatAreForThem() {
        Table table = new Table(
                "t", "T", "",
                List.of(
                        new Table.Column("gt", "exact targets", "the targets' own ids", Map.of("yes", "met"), true),
                        new Table.Column("hidden", "hidden", "", Map.of(), false)),
                List.of(List.of(Json.of("yes"), Json.of("for programs"))));
        String page = html(table);
        assertTrue(page.contains("title=\"the targets' own ids\">exact targets</th>") && page.contains("<td>met</td>"), page);
        assertFalse(page.contains("for programs"));
        assertEquals("gt,hidden\r\nyes,for programs\r\n", table.csv());
    }

    @Test
    void longTablesAreFoldedAndEmptyOnesSaySo() {
        assertEquals("<section><p>None.</p></section>", html(table(List.of("a"), List.of())));
        assertTrue(html(table(List.of("a"), Collections.nCopies(61, List.of(Json.of("x"))))).contains("<summary>61 rows</summary>"));
        assertFalse(html(table(List.of("a"), Collections.nCopies(60, List.of(Json.of("x"))))).contains("<summary>"));
    }

    @Test
    void theFilesOfATableHaveTheSameRows() throws Exception {
        Map<String, byte[]> files = TableFiles.of(table(List.of("a", "b"), List.of(List.of(Json.of("x"), Json.Num.of(1)))));
        assertEquals(List.of("t.csv", "t.json"), List.copyOf(files.keySet()));
        assertEquals("a,b\r\nx,1\r\n", new String(List.copyOf(files.values()).getFirst(), StandardCharsets.UTF_8));
        Json.Arr rows = (Json.Arr) JsonReader.read(List.copyOf(files.values()).getLast());
        assertEquals(Stream.of("a", "b").toList(), List.copyOf(((Json.Obj) rows.items().getFirst()).fields().keySet()));
    }
}
