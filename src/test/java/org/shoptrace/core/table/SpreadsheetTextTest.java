package org.shoptrace.core.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.model.json.Json;

/// What stands in tables comes from models and people, and goes into spreadsheets.
class SpreadsheetTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1"})
    void aTextThatWouldBeAFormulaIsGuardedEverywhere(String text) {
        Table table = new Table("t", "T", "", List.of(Table.Column.named(text), Table.Column.named("b")), List.of(List.of(
                Json.of(text), Json.NULL)));
        List<List<String>> rows = CsvRows.of(table.csv());
        assertEquals(List.of("'" + text, "b"), rows.getFirst());
        assertEquals(List.of("'" + text, ""), rows.get(1));
        assertEquals("'" + text.replace('\t', ' ').replace('\r', ' '), SpreadsheetText.tabbed(text));
        // JSON has every text as it is.
        assertEquals(Json.of(text), ((Json.Obj) table.json().items().getFirst()).get(text).orElseThrow());
    }

    @Test
    void aNumberAndAnyOtherTextStayAsTheyAre() {
        Table table = new Table("t", "T", "", List.of(Table.Column.named("a"), Table.Column.named("b"), Table.Column.named("c")),
                List.of(List.of(
                        Json.Num.of(-1.5), Json.Num.of(-2), Json.of("a=b"))));
        assertEquals("a,b,c\r\n-1.5,-2,a=b\r\n", table.csv());
        assertEquals("a b c", SpreadsheetText.tabbed("a\tb\nc"));
        assertEquals("", SpreadsheetText.guarded(""));
    }
}
