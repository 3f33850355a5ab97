package org.shoptrace.core.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.model.json.Json;

/// A table to be written in several formats. Cells are strings, numbers (in full precision, written without any locale) or [Json#NULL] for
/// nothing.
///
/// @param name    of its files, and its anchor in a page
/// @param note    how to read it
/// @param columns with unique names
/// @param rows    as many cells as there are columns
public record Table(String name, String title, String note, List<Column> columns, List<List<Json>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Json> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(name + ": " + columns.size() + " columns, " + row.size() + " cells");
            }
        }
    }

    /// A column: one name for files, and words for people.
    ///
    /// @param name  in files
    /// @param title above it for people
    /// @param tip   what it means; empty when the title says it all
    /// @param words what people read instead of some texts of its cells
    /// @param shown whether people see it; else it is in files only
    /// @param decimals how many people read of a number that is not whole
    public record Column(String name, String title, String tip, Map<String, String> words, boolean shown, int decimals) {
        /// So many that small values of p can be told apart.
        public static final int DECIMALS = 4;

        public Column {
            words = Map.copyOf(words);
        }

        /// One with the usual [#DECIMALS].
        public Column(String name, String title, String tip, Map<String, String> words, boolean shown) {
            this(name, title, tip, words, shown, DECIMALS);
        }

        /// One that people read by its name in files.
        public static Column named(String name) {
            return new Column(name, name, "", Map.of(), true);
        }

        /// A text of one of its cells for people.
        public String shown(String text) {
            return words.getOrDefault(text, text);
        }
    }

    /// The names in files.
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /// RFC 4180, with a line of names first and CR LF line breaks. A text that a spreadsheet would take for a formula stands behind an
    /// apostrophe: what agents write is in some tables.
    public String csv() {
        Stream<List<String>> lines = Stream.concat(Stream.of(names().stream().map(SpreadsheetText::guarded).toList()),
                rows.stream().map(row -> row.stream().map(Table::guarded).toList()));
        return lines.map(line -> line.stream().map(SpreadsheetText::quoted).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    /// An array with an object for each row.
    public Json.Arr json() {
        return Json.array(rows.stream().map(this::object).toList());
    }

    /// A cell as plain text; nothing is empty.
    public static String plain(Json cell) {
        return switch (cell) {
            case Json.Str(String text) -> text;
            case Json.Num(String text) -> text;
            case Json.Null _ -> "";
            default -> throw new IllegalArgumentException("no cell: " + cell);
        };
    }

    private static String guarded(Json cell) {
        return cell instanceof Json.Str(String text) ? SpreadsheetText.guarded(text) : plain(cell);
    }

    private Json.Obj object(List<Json> row) {
        SequencedMap<String, Json> fields = new LinkedHashMap<>();
        for (int i = 0; i < row.size(); i++) {
            fields.put(columns.get(i).name(), row.get(i));
        }
        return new Json.Obj(fields);
    }
}
