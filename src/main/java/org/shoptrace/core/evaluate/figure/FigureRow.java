package org.shoptrace.core.evaluate.figure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.statistics.Bootstrap;

/// The figures of one level.
///
/// @param values by the figure's name in files
public record FigureRow(Level level, SequencedMap<String, Figure.Value> values) {
    public FigureRow {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }

    /// Counts all of them; takes a moment for many tasks, for the tasks are drawn again for every interval of a mean.
    public static FigureRow of(Level level, List<Figure> figures, Bootstrap bootstrap) {
        SequencedMap<String, Figure.Value> values = new LinkedHashMap<>();
        figures.forEach(figure -> values.put(figure.wireName(), figure.value(level, bootstrap)));
        return new FigureRow(level, values);
    }

    /// All of [Figures#ALL].
    public static FigureRow of(Level level, Bootstrap bootstrap) {
        return of(level, Figures.ALL, bootstrap);
    }

    /// A figure's value; nothing when it was not counted.
    public Figure.Value value(Figure figure) {
        return values.getOrDefault(figure.wireName(), new Figure.Nothing());
    }

    /// A share or a mean.
    ///
    /// @throws IllegalArgumentException when the figure is something else, or the level has none
    public Estimate estimate(Figure figure) {
        if (value(figure) instanceof Estimate estimate) {
            return estimate;
        }
        throw new IllegalArgumentException(level.series() + ", " + level.wireName() + ": no " + figure.wireName());
    }
}
