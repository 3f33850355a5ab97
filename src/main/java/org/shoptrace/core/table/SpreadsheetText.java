package org.shoptrace.core.table;

/// A text as a cell of what spreadsheets open. Models, agents and people write what stands in cells, and a spreadsheet takes some of it for
/// a formula, which may send what stands beside it elsewhere. Numbers are no texts and stay as they are.
public final class SpreadsheetText {
    /// What a formula begins with.
    private static final String FORMULA = "=+-@\t\r";

    private SpreadsheetText() {}

    /// The text behind an apostrophe where it would be a formula.
    public static String guarded(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /// A cell of RFC 4180: in quotes where it has to be.
    public static String quoted(String cell) {
        return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    /// A cell between tabs, which has no quotes: what would end it is a space.
    public static String tabbed(String text) {
        return guarded(text).replace('\t', ' ').replace('\r', ' ').replace('\n', ' ');
    }
}
