package org.shoptrace.core.chart;

import java.util.List;
import java.util.Optional;

/// What tells series apart, by pattern or shape as well as by colour, so that charts read in greyscale. There are [#COUNT] of each kind;
/// after that they repeat.
public final class Looks {
    /// How many series have a look of their own.
    public static final int COUNT = 6;

    /// Somebody else's figure.
    public static final Glyph OTHERS = new Glyph("dot-mark", Glyph.Sign.CIRCLE, Ink.MUTED, true);

    static final Glyph DIFFERENCE = new Glyph("difference-dot", Glyph.Sign.CIRCLE, Ink.BLUE, false);

    /// What a number stands on where stripes would run through it.
    static final Fill PLATE = new Fill("plate", Ink.PAPER, Optional.empty(), false);

    private static final List<Fill> BARS = List.of(
            Fill.plain("look0", Ink.BLUE),
            Fill.striped("look1", Ink.GREY, new Fill.Pattern(Ink.PALE_GREY, 0.5, 0, 0, 5, 5)),
            Fill.striped("look2", Ink.PURPLE, new Fill.Pattern(Ink.PAPER, 0.35, 0, 5, 5, 0)),
            Fill.striped("look3", Ink.TEAL, new Fill.Pattern(Ink.PAPER, 0.6, 0, 0, 0, 6)),
            Fill.plain("look4", Ink.PALE_BLUE),
            Fill.striped("look5", Ink.AMBER, new Fill.Pattern(Ink.PAPER, 0.5, 0, 0, 6, 0)));

    private static final List<Fill> KINDS = List.of(
            Fill.plain("kind0", Ink.PALE_BLUE),
            Fill.striped("kind1", Ink.PURPLE, new Fill.Pattern(Ink.PAPER, 0.7, 0, 0, 4, 4)),
            Fill.striped("kind2", Ink.AMBER, new Fill.Pattern(Ink.PAPER, 0.35, 0, 4, 4, 0)),
            Fill.plain("kind3", Ink.RED),
            Fill.striped("kind4", Ink.TEAL, new Fill.Pattern(Ink.PAPER, 0.55, 0, 0, 0, 5)),
            Fill.striped("kind5", Ink.GREY, new Fill.Pattern(Ink.PAPER, 0.5, 0, 0, 6, 0)));

    private static final List<Ink> POINTS = List.of(Ink.BLUE, Ink.GREY, Ink.PURPLE, Ink.TEAL, Ink.INDIGO, Ink.AMBER);

    private static final List<List<Double>> DASHES = List.of(
            List.of(), List.of(6.0, 3.0), List.of(2.0, 3.0), List.of(8.0, 3.0, 2.0, 3.0), List.of(12.0, 4.0), List.of(4.0, 4.0));

    private Looks() {}

    /// The fill of a series' bars.
    public static Fill bar(int series) {
        return BARS.get(series % COUNT);
    }

    /// The fill of a kind of things inside a row, such as an intent level; other than those of series.
    public static Fill kind(int kind) {
        return KINDS.get(kind % COUNT);
    }

    /// Shape and colour of a series' points.
    public static Glyph point(int series) {
        int look = series % COUNT;
        return new Glyph("point" + look, Glyph.Sign.values()[look], POINTS.get(look), false);
    }

    /// Dashes and colour of a series' line.
    public static Stroke line(int series) {
        int look = series % COUNT;
        return new Stroke("line" + look, POINTS.get(look), 2, DASHES.get(look));
    }
}
