package org.shoptrace.model.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.shoptrace.model.task.Intent;

/// The figures of one run of one task.
///
/// @param values           the columns of the intent, in the evaluator's order; 0..1
/// @param crashesReference whether the released evaluator stops at this run instead of scoring it
/// @param hangsOnTitle     whether it is a success that would be none by exact title: a product other than the target had to have a title
///                         that is like the target's and not equal to it
public record TaskScore(
        String query,
        Intent intent,
        SequencedMap<Column, Double> values,
        boolean success,
        boolean crashesReference,
        boolean hangsOnTitle) {
    public TaskScore {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// The figure of one column.
    ///
    /// @throws IllegalArgumentException when the intent has no such column
    public double value(Column column) {
        Double value = values.get(column);
        if (value == null) {
            throw new IllegalArgumentException(intent + " tasks have no column " + column);
        }
        return value;
    }
}
