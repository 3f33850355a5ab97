package org.shoptrace.core.grounding;

import java.util.List;
import org.shoptrace.model.trajectory.Span;

/// One sentence of what an agent thought or said, or a line of a list or a table.
///
/// @param span   where it stands and how it reads
/// @param start  its first character, in code points
/// @param text   the same, mark-up replaced by spaces, so that places stay
/// @param words  of that text
/// @param number what the line is numbered; 0 when it is not
/// @param isItem whether it is a line of a list or of a table
/// @param header the heads of the columns when it is a row of a table
/// @param wished whether it stands under a heading that says that this is what somebody wants
record Sentence(Span span, int start, String text, WordForms words, int number, boolean isItem, List<String> header, boolean wished) {
    Sentence {
        header = List.copyOf(header);
    }

    boolean isThought() {
        return span.field() == Span.Field.THINK;
    }

    /// What follows belongs to what it names.
    boolean isHeading() {
        return text.stripTrailing().endsWith(":");
    }

    /// The cells of a row; none when it is no row of a table.
    static List<String> cells(String line) {
        String row = line.strip();
        if (!row.startsWith("|") || row.length() < 3) {
            return List.of();
        }
        String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
        return List.of(inner.split("\\|", -1)).stream().map(String::strip).toList();
    }
}
