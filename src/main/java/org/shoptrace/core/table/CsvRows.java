package org.shoptrace.core.table;

import java.util.ArrayList;
import java.util.List;

/// Reads the cells of a CSV text, as RFC 4180 has them.
public final class CsvRows {
    private CsvRows() {}

    /// The rows, the line of names first. A text that is no CSV gives some cells all the same.
    public static List<List<String>> of(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                row.add(cell.toString().replaceFirst("\r$", ""));
                rows.add(List.copyOf(row));
                row.clear();
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString());
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
