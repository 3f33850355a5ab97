package org.shoptrace.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.chart.SampleCharts.bar;
import static org.shoptrace.core.chart.SampleCharts.curves;
import static org.shoptrace.core.chart.SampleCharts.datum;
import static org.shoptrace.core.chart.SampleCharts.differences;
import static org.shoptrace.core.chart.SampleCharts.grid;
import static org.shoptrace.core.chart.SampleCharts.points;
import static org.shoptrace.core.chart.SampleCharts.rows;
import static org.shoptrace.core.chart.SampleCharts.twoSeries;
import static org.shoptrace.core.chart.SampleCharts.wide;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.chart.Recording.DrawnArea;
import org.shoptrace.core.chart.Recording.DrawnLine;
import org.shoptrace.core.chart.Recording.DrawnMark;
import org.shoptrace.core.chart.Recording.DrawnText;

class ChartDrawingTest {
    private static final TextMeasure USUAL = new Typeface(12);
    private static final TextMeasure TWICE = new Typeface(24);
    /// Lines and borders are about a pixel wide, texts stand on whole pixels.
    private static final double PIXEL = 1;

    static Stream<Arguments> chartsInTheirRooms() {
        return SampleCharts.all().entrySet().stream()
                .flatMap(chart -> Stream.of(Arguments.of(chart.getKey(), chart.getValue(), 640, USUAL),
                        Arguments.of(chart.getKey(), chart.getValue(), 1140, USUAL),
                        Arguments.of(chart.getKey(), chart.getValue(), 800, TWICE)));
    }

    @ParameterizedTest(name = "{0}, {2} wide")
    @MethodSource("chartsInTheirRooms")
    void nothingLeavesItsPlace(String name, Chart chart, int width, TextMeasure measure) {
        double height = ChartDrawing.of(chart, measure).height(width);
        assertTrue(height >= ChartDrawing.of(chart, measure).least(width) - 1e-9, "the least is not more than the usual");
        Recording drawn = Recording.of(chart, measure, width, height);
        Box place = new Box(-2 * PIXEL, -2 * PIXEL, width + 4 * PIXEL, height + 4 * PIXEL);
        drawn.areas.forEach(area -> assertTrue(place.contains(area.box()), area.toString()));
        drawn.glyphs.forEach(glyph -> assertTrue(place.contains(glyph.box()), glyph.toString()));
        drawn.texts.forEach(text -> assertTrue(place.contains(text.box()), text + " in " + place));
        for (DrawnLine line : drawn.lines) {
            for (int i = 0; i < line.places().size(); i += 2) {
                assertTrue(place.contains(new Box(line.places().get(i), line.places().get(i + 1), 0, 0)), line.toString());
            }
        }
        // Half of a point at the end of a scale stands outside of it.
        Box around = new Box(-8, -8, width + 16, height + 16);
        drawn.marks.forEach(mark -> assertTrue((mark.glyph().isPresent() ? around : place).contains(mark.box()), mark.toString()));
    }

    @ParameterizedTest(name = "{0}, {2} wide")
    @MethodSource("chartsInTheirRooms")
    void textsDoNotOverlap(String name, Chart chart, int width, TextMeasure measure) {
        assertNoTextOverAnother(Recording.of(chart, measure, width).texts);
    }

    private static void assertNoTextOverAnother(List<DrawnText> texts) {
        for (DrawnText text : texts) {
            for (DrawnText other : texts) {
                Box inner = new Box(
                        text.box().x() + PIXEL, text.box().y() + PIXEL, Math.max(0, text.box().width() - 2 * PIXEL),
                        text.box().height() - 2 * PIXEL);
                assertFalse(text != other && inner.intersects(other.box()), () -> text + " over " + other);
            }
        }
    }

    @ParameterizedTest(name = "{0}, {2} wide")
    @MethodSource("chartsInTheirRooms")
    void everyMarkHasAKeyOfItsOwnAndSaysSomething(String name, Chart chart, int width, TextMeasure measure) {
        Set<String> keys = new HashSet<>();
        for (DrawnMark mark : Recording.of(chart, measure, width).marks) {
            // the panels of a sheet are charts of their own
            assertTrue(keys.add(mark.datum().key()) || chart instanceof ChartSheet, mark.toString());
            assertFalse(mark.datum().says().isBlank());
            assertTrue(mark.box().width() > 0 && mark.box().height() > 0, mark.toString());
        }
    }

    @Test
    void barsAreAsHighAsTheirShareAndStandInTheirGroup() {
        List<DrawnArea> fills = Recording.of(twoSeries(), USUAL, 600, 400).fills();
        assertEquals(0.6 / 0.8, fills.get(1).box().height() / fills.get(0).box().height(), 1e-9);
        assertEquals(0.25 / 0.8, fills.get(2).box().height() / fills.get(0).box().height(), 1e-9);
        fills.forEach(fill -> assertEquals(fills.getFirst().box().bottom(), fill.box().bottom(), 1e-9));
        assertTrue(fills.get(1).box().x() >= fills.get(0).box().right());
        assertTrue(fills.get(2).box().x() > fills.get(1).box().right() + 10, "groups stand apart");
        assertEquals(List.of(Looks.bar(0), Looks.bar(1), Looks.bar(0)), fills.stream().map(DrawnArea::fill).toList());
    }

    @Test
    void whiskersReachFromTheLowToTheHighEndOfTheInterval() {
        Recording drawn = Recording.of(twoSeries(), USUAL, 600, 400);
        Box bar = drawn.fills().get(2).box();
        double unit = bar.height() / 0.25;
        List<Double> whisker = drawn.lines(Stroke.WHISKER).get(2 * 3).places();
        assertEquals(bar.bottom() - 0.125 * unit, whisker.get(1), 1e-9);
        assertEquals(bar.bottom() - 0.5 * unit, whisker.get(3), 1e-9);
    }

    @Test
    void aValueStandsAboveItsWhiskersAndInsideTheChart() {
        for (TextMeasure measure : List.of(USUAL, TWICE)) {
            Recording drawn = Recording.of(twoSeries(), measure, 600, 400);
            Box label = drawn.text("label a1").box();
            double end = drawn.lines(Stroke.WHISKER).getFirst().places().get(3);
            assertTrue(label.bottom() <= end + 1, label + " and " + end);
            assertTrue(label.y() >= 0, label.toString());
            assertTrue(drawn.text("hard").box().bottom() <= 400);
        }
    }

    @Test
    void theScaleEndsWhereItIsTold() {
        IntervalBars chart = new IntervalBars(List.of(List.of(bar("c1", "only", 0.1, 0.05, 0.15))), List.of(), 0.2);
        Recording drawn = Recording.of(chart, USUAL, 600, 400);
        List<String> ticks = drawn.texts.stream().filter(text -> text.style() == TextStyle.MUTED).map(DrawnText::words).toList();
        assertEquals(List.of("0 %", "5 %", "10 %", "15 %", "20 %"), ticks);
        assertTrue(drawn.fills().getFirst().box().height() > 400 * 0.3, "half of the scale");
    }

    @Test
    void arrowsGoFromGroupToGroup() {
        List<String> keys = Recording.of(twoSeries(), USUAL, 600, 400).marks.stream().map(mark -> mark.datum().key()).toList();
        assertEquals(List.of("a1", "b1", "a2"), keys);
    }

    @Test
    void aRingStandsRightOfTheBarsOfItsLevelAtItsHeight() {
        Recording drawn = Recording.of(SampleCharts.barsWithOthers(), USUAL, 600, 400);
        Box easy = drawn.fills().get(0).box();
        Box hard = drawn.fills().get(1).box();
        Box ring = drawn.mark("o1").box();
        assertTrue(ring.centerX() > easy.right() && ring.centerX() < hard.x(), ring + " beside " + easy);
        assertEquals(easy.bottom() - easy.height() / 2, ring.centerY(), 1e-9);
        assertEquals(Looks.OTHERS, drawn.mark("o1").glyph().orElseThrow());
    }

    @Test
    void barsOfAGridAreAsLongAsTheirShareOfTheScale() {
        List<DrawnArea> bars = Recording.of(grid(), USUAL, 640).fills();
        assertEquals(3, bars.size());
        assertEquals(2, bars.get(1).box().width() / bars.get(0).box().width(), 0.02);
        assertEquals(0.5, bars.get(2).box().width() / bars.get(0).box().width(), 0.02);
        assertTrue(bars.get(2).faint());
        assertFalse(bars.get(0).faint());
        assertEquals(List.of(Looks.bar(0), Looks.bar(1)), List.of(bars.get(0).fill(), bars.get(1).fill()));
    }

    @Test
    void whiskersOfAGridEndAtTheInterval() {
        Recording drawn = Recording.of(grid(), USUAL, 640);
        Box bar = drawn.fills().getFirst().box();
        double unit = bar.width() / 0.4;
        List<Double> whisker = drawn.lines(Stroke.WHISKER).getFirst().places();
        assertEquals(bar.x() + 0.3 * unit, whisker.get(0), 1);
        assertEquals(bar.x() + 0.5 * unit, whisker.get(2), 1);
    }

    @Test
    void barsOfATableStandBelowEachOtherAndAreFollowedByWhatWasLost() {
        Recording drawn = Recording.of(SampleCharts.table("hard"), USUAL, 640);
        Box first = drawn.fills().get(0).box();
        Box second = drawn.fills().get(1).box();
        assertEquals(2, first.width() / second.width(), 0.05);
        assertEquals(first.x(), second.x(), 1e-9);
        assertTrue(second.y() >= first.bottom(), "series stand below each other");
        assertEquals(Looks.bar(1), drawn.fills().get(1).fill());
        Box lost = drawn.mark("lost-t2").box();
        assertEquals(second.right(), lost.x(), 1e-9, "behind its bar");
        assertEquals(0.1 / 0.4, lost.width() / second.width(), 0.02);
        Box beside = drawn.fills().stream().map(DrawnArea::box).filter(box -> box.x() > first.right() + 20).findFirst().orElseThrow();
        assertEquals((0.2 / 0.4) / (0.8 / 1), beside.width() / first.width(), 0.02, "the second column has a scale of its own");
        assertTrue(drawn.marks.stream().noneMatch(mark -> mark.datum().key().equals("lost-u3")), "nothing is lost of nothing");
        assertEquals(TextStyle.STRONG, drawn.text("first of all").style());
        assertEquals(1, Recording.of(SampleCharts.table("hard"), USUAL, 640).texts.stream()
                .filter(text -> text.words().matches("easy|hard") && text.style() == TextStyle.STRONG)
                .map(text -> text.box().y())
                .distinct()
                .count());
        assertTrue(Recording.of(SampleCharts.table("x"), USUAL, 150).text("x").box().y() > drawn.text("easy").box().bottom(),
                "columns that do not fit stand below");
    }

    @Test
    void columnsThatDoNotFitStandBelowTheOthers() {
        Recording drawn = Recording.of(wide(12, "model"), USUAL, 640);
        assertEquals(36, drawn.fills().size() + 0, "every model has a bar in every row");
        assertTrue(drawn.text("model 11").box().y() > drawn.text("model 0").box().bottom());
        assertEquals(drawn.text("model 0").box().y(), drawn.text("model 1").box().y(), "as many side by side as fit");
        long labels = drawn.texts.stream().filter(text -> text.words().equals("model")).count();
        long bands = drawn.texts.stream().filter(text -> text.words().matches("model \\d+")).map(text -> text.box().y()).distinct().count();
        assertEquals(3 * bands, labels, "each band names its rows");
        assertEquals(1, Recording.of(wide(12, "model"), USUAL, 2400).texts.stream()
                .filter(text -> text.words().matches("model \\d+"))
                .map(text -> text.box().y())
                .distinct()
                .count());
    }

    @Test
    void theSampleGivesWayBeforeTheBars() {
        IntervalGrid narrow = wide(1, "m");
        assertTrue(Recording.of(narrow, USUAL, 640).texts.stream().anyMatch(text -> text.words().equals("n 12")));
        assertTrue(Recording.of(narrow, USUAL, 140).texts.stream().noneMatch(text -> text.words().equals("n 12")));
    }

    @Test
    void largerTextMakesRoomForItself() {
        double usual = ChartDrawing.of(grid(), USUAL).height(600);
        assertTrue(ChartDrawing.of(grid(), TWICE).height(600) > 1.6 * usual);
    }

    @Test
    void segmentsFollowTheirCounts() {
        Recording drawn = Recording.of(rows(), USUAL, 640);
        assertEquals(2, drawn.mark("m0").box().width() / drawn.mark("m1").box().width(), 0.05);
        assertTrue(drawn.marks.stream().noneMatch(mark -> mark.datum().key().equals("f0")), "nothing is of a count of 0");
        assertTrue(drawn.mark("f3").box().width() >= 4);
        assertEquals(List.of("many", "60", "30", "90", "few", "1"), drawn.texts.stream().map(DrawnText::words).toList());
        assertEquals(2, drawn.areas(Looks.PLATE).size(), "the narrow one carries no count");
    }

    static Stream<Arguments> failuresInNarrowCards() {
        return Stream.of(180, 260, 330, 420, 560)
                .flatMap(width -> Stream.of(12, 13, 18, 26).map(size -> Arguments.of(width, new Typeface(size))));
    }

    /// As in the window with its set-up open, and with large text: nothing but the least height is left.
    @ParameterizedTest(name = "{0} wide, {1}")
    @MethodSource("failuresInNarrowCards")
    void rowsKeepTheLinesOfTheirLabelsAndTheLegendStaysInside(int width, TextMeasure measure) {
        Chart sheet = ChartSheet.of(SampleCharts.failures(), SampleCharts.levels());
        ChartDrawing drawing = ChartDrawing.of(sheet, measure);
        for (double more : new double[] {0, 0.3, 1}) {
            double height = drawing.least(width) + more * (drawing.height(width) - drawing.least(width));
            Recording drawn = Recording.of(sheet, measure, width, height);
            assertNoTextOverAnother(drawn.texts);
            drawn.texts.forEach(text -> assertTrue(text.box().bottom() <= height + PIXEL, text + " in " + height));
            drawn.areas.forEach(area -> assertTrue(area.box().bottom() <= height + PIXEL, area + " in " + height));
            List<Double> thick = drawn.marks.stream()
                    .filter(mark -> mark.datum().key().startsWith("s"))
                    .map(mark -> (double) Math.round(mark.box().height() * 1000))
                    .distinct()
                    .toList();
            assertEquals(1, thick.size(), "bars of one thickness");
        }
    }

    @Test
    void rowsOfTwoChartsCanShareAScale() {
        StackedRows few = new StackedRows(
                List.of(new StackedRows.Row("few", List.of(new StackedRows.Segment(0, 30, datum("s"))), datum("r"))), 60);
        double share = Recording.of(few, USUAL, 640).mark("s").box().width()
                / Recording.of(new StackedRows(few.rows()), USUAL, 640).mark("s").box().width();
        assertEquals(0.5, share, 0.01);
    }

    @Test
    void pointsStandAtTheirFigures() {
        Recording drawn = Recording.of(points("a"), USUAL, 640, 420);
        Box half = drawn.mark("p1").box();
        Box end = drawn.mark("p2").box();
        List<DrawnLine> across = drawn.lines(Stroke.GRID);
        double ceiling = across.get(5).places().get(1);
        double floor = across.get(0).places().get(1);
        assertEquals((ceiling + floor) / 2, half.centerY(), 1);
        assertEquals(ceiling, end.centerY(), 1);
        double left = across.get(0).places().get(0);
        double right = across.get(0).places().get(2);
        assertEquals(left + (right - left) / 4, half.centerX(), 1);
        assertTrue(drawn.mark("p2").faint());
        assertNotEquals(drawn.mark("p1").glyph().orElseThrow().sign(), drawn.mark("p2").glyph().orElseThrow().sign());
    }

    @Test
    void aDifferenceOfNothingIsInTheMiddle() {
        Recording drawn = Recording.of(differences("all"), USUAL, 640);
        double middle = drawn.lines(Stroke.GRID).getFirst().places().getFirst();
        double right = drawn.glyphs.get(0).box().centerX() - middle;
        double left = middle - drawn.glyphs.get(1).box().centerX();
        assertTrue(right > 10);
        assertEquals(right, left, 1.5);
    }

    @Test
    void rowsOfDifferencesTakeTheRoomThatThereIs() {
        double least = ChartDrawing.of(differences("all"), USUAL).height(600) / 4;
        assertTrue(Recording.of(differences("all"), USUAL, 600, 420).mark("d1").box().height() > 1.5 * least);
    }

    @Test
    void namesOfCurvesThatEndTogetherStandBesideTheirEnds() {
        for (int most : new int[] {1, 3}) {
            Recording drawn = Recording.of(curves(most, "pass@k"), USUAL, 640, 420);
            Box first = drawn.text("pass@k").box();
            Box second = drawn.text("pass^k").box();
            assertFalse(first.intersects(second), first + " and " + second);
            assertTrue(Math.abs(first.x() - drawn.mark("v" + most).box().centerX()) < 80, "beside the end of its line");
        }
    }

    @Test
    void aTextThatIsTooWideIsBrokenAtSpacesThenAtHyphens() {
        String long_ = "without: a constraint value of which the query does not have a single word";
        IntervalGrid chart = new IntervalGrid(
                List.of("alpha"), List.of(new IntervalGrid.Row(long_, List.of(SampleCharts.cell("w1", 0.4, false)), List.of())), 1);
        DrawnText label = Recording.of(chart, USUAL, 640).text(long_);
        assertTrue(label.lines().size() > 1, label.toString());
        assertEquals(
                List.of("scripted-", "careless"),
                TextBlock.wrapped("scripted-careless", TextStyle.PLAIN, USUAL, USUAL.width("scripted-ca", TextStyle.PLAIN)).lines());
        TextBlock hostile = TextBlock.wrapped(SampleCharts.HOSTILE, TextStyle.PLAIN, USUAL, 100);
        assertTrue(hostile.width() <= 100 && hostile.lines().size() <= 4 && hostile.lines().getLast().endsWith("…"), hostile.toString());
    }

    @Test
    void partsOfASheetGetTheRoomThatIsLeft() {
        Chart sheet = ChartSheet.of(SampleCharts.legend("alpha"), twoSeries());
        double usual = ChartDrawing.of(sheet, USUAL).height(600);
        double bars = Recording.of(sheet, USUAL, 600, usual).fills().getLast().box().bottom();
        assertEquals(bars + 100, Recording.of(sheet, USUAL, 600, usual + 100).fills().getLast().box().bottom(), 1e-9);
        double least = ChartDrawing.of(sheet, USUAL).least(600);
        assertTrue(Recording.of(sheet, USUAL, 600, least).text("hard").box().bottom() <= least);
    }

    @Test
    void numbersOfAScaleAreFewAndWhole() {
        Scale scale = Scale.numbers("tasks", 0, 1000);
        assertTrue(scale.ticks().size() <= 9, scale.ticks().toString());
        assertEquals(List.of(1.0, 2.0, 3.0), Scale.numbers("k", 1, 3).ticks());
        assertEquals("60 %", Scale.shares("", 1).words().apply(0.6));
        assertEquals(0.6, Shares.top(DoubleStream.of(0.45, Double.NaN)), 1e-9);
    }

    /// A pane may get any size while a window is made smaller.
    @ParameterizedTest(name = "{0}")
    @MethodSource("charts")
    void aChartWithoutRoomIsDrawnAnyhow(String name, Chart chart) {
        ChartDrawing drawing = ChartDrawing.of(chart, USUAL);
        for (double width = 0; width <= 48; width += 3) {
            assertTrue(drawing.height(width) >= 0, name + ", " + width + " wide");
            for (double height : new double[] {0, 1, 10, drawing.height(width)}) {
                Recording drawn = Recording.of(chart, USUAL, width, height);
                drawn.texts.forEach(text -> assertFalse(text.lines().isEmpty(), text.toString()));
            }
        }
    }

    static Stream<Arguments> charts() {
        return SampleCharts.all().entrySet().stream().map(chart -> Arguments.of(chart.getKey(), chart.getValue()));
    }

    @Test
    void nothingFitsIntoNothing() {
        assertEquals(List.of(""), TextBlock.shortened("", TextStyle.PLAIN, USUAL, -6).lines().stream()
                .map(line -> line.replace("…", "")).toList());
        assertEquals(List.of(""), TextBlock.wrapped("", TextStyle.PLAIN, USUAL, -6).lines());
        assertEquals(List.of("W", "W"), TextBlock.wrapped("WW", TextStyle.PLAIN, USUAL, -6).lines());
    }
}
