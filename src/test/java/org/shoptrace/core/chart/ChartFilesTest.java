package org.shoptrace.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shoptrace.core.chart.PointChart.Look;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.w3c.dom.Document;

class ChartFilesTest {
    private static final String ODD = "a <b> & \"c\" \u0000 \ud83d\ude00";

    static List<Chart> charts() {
        ConfidenceInterval interval = new ConfidenceInterval(0.2, 0.7);
        return List.of(
                new IntervalChart("bars", ODD, "", List.of(new IntervalChart.Panel(
                        "panel",
                        List.of(
                                new IntervalChart.Bar(ODD, Optional.of(0.5), Optional.of(interval), "1 of 2"),
                                new IntervalChart.Bar("none", Optional.empty(), Optional.empty(), "0 of 0")),
                        List.of(new IntervalChart.Mark(ODD, 0.3))))),
                new StackedChart("rows", ODD, "", List.of("p", "q", "r", "s", "t", "u"), List.of(new StackedChart.Panel(
                        "panel", List.of(new StackedChart.Row(ODD, List.of(10, 20, 0, 100, 1, 30)))))),
                new PointChart("points", ODD, "", "x", "y", 0, 1, List.of("a", "b", ODD), List.of(new PointChart.Panel(
                        "panel",
                        List.of(
                                new PointChart.Line(0, Look.CURVE, List.of(point(0.1, 0.2), point(0.6, 0.4))),
                                new PointChart.Line(1, Look.POINTS, List.of(point(2, -1))),
                                new PointChart.Line(2, Look.PUBLISHED, List.of(point(0.5, 0.5))))))));
    }

    private static PointChart.Point point(double x, double y) {
        return new PointChart.Point(x, y, Optional.of(new ConfidenceInterval(0.1, 0.9)), ODD);
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svgIsWellFormedAndNothingIsDrawnOutsideOfIt(Chart chart) throws Exception {
        Document document = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(ReportFolder.svg(chart)));
        String[] box = document.getDocumentElement().getAttribute("viewBox").split(" ");
        for (String name : List.of("x", "x1", "x2", "cx")) {
            for (double x : numbers(document, name)) {
                assertTrue(x >= 0 && x <= Double.parseDouble(box[2]), () -> name + " " + x);
            }
        }
        for (String name : List.of("y", "y1", "y2", "cy")) {
            for (double y : numbers(document, name)) {
                assertTrue(y >= 0 && y <= Double.parseDouble(box[3]), () -> name + " " + y);
            }
        }
        String text = new String(ReportFolder.svg(chart), StandardCharsets.UTF_8);
        assertTrue(text.contains("prefers-color-scheme:dark"));
        assertFalse(text.contains("<b>"), "text stays text");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void pngHoldsTheDrawingOnWhiteWithoutADisplay(Chart chart) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(ReportFolder.png(chart)));
        assertEquals(1584, image.getWidth());
        assertEquals(0xffffffff, image.getRGB(2, 2));
        long ink = 0;
        for (int x = 0; x < image.getWidth(); x += 2) {
            for (int y = 0; y < image.getHeight(); y += 2) {
                ink += image.getRGB(x, y) == 0xffffffff ? 0 : 1;
            }
        }
        assertTrue(ink > 2000, "something is drawn: " + ink);
    }

    /// In greyscale, neighbours differ in lightness or in hatching; text on a fill can be read.
    @Test
    void fillsCanBeToldApartWithoutColourAndReadUpon() {
        for (int i = 0; i < Palette.SEGMENTS; i++) {
            assertTrue(contrast(Palette.fill(i).colour(), Palette.fill(i).ink()) >= 4.5, "text on " + Palette.fill(i));
            for (int j = 0; j < i; j++) {
                boolean apart = Palette.fill(i).hatch() != Palette.fill(j).hatch()
                        || contrast(Palette.fill(i).colour(), Palette.fill(j).colour()) >= 1.5;
                assertTrue(apart, Palette.fill(i) + " and " + Palette.fill(j));
            }
        }
        for (Palette.Ink ink : List.of(Palette.Ink.INK, Palette.Ink.MUTED, Palette.Ink.LINE, Palette.Ink.MARK)) {
            assertTrue(contrast(ink.light(), Palette.Ink.PAPER.light()) >= 4.5, ink + " on white");
            assertTrue(contrast(ink.dark(), Palette.Ink.PAPER.dark()) >= 4.5, ink + " on black");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void hatchingStaysInItsRectangleAndSlopesAsTold(int slope) {
        List<Hatching.Line> lines = Hatching.of(slope, 10, 20, 50, 12);
        assertTrue(lines.size() > 5);
        for (Hatching.Line line : lines) {
            for (double x : new double[] {line.x1(), line.x2()}) {
                assertTrue(x >= 10 && x <= 60, line.toString());
            }
            for (double y : new double[] {line.y1(), line.y2()}) {
                assertTrue(y >= 20 && y <= 32, line.toString());
            }
            assertEquals(-slope, Math.signum((line.y2() - line.y1()) / (line.x2() - line.x1())), "y grows downwards");
        }
        assertEquals(List.of(), Hatching.of(0, 10, 20, 50, 12));
    }

    @Test
    void moreSegmentsThanCanBeToldApartAreRefused() {
        List<String> seven = new ArrayList<>(Collections.nCopies(7, "s"));
        assertThrows(IllegalArgumentException.class, () -> new StackedChart("n", "t", "", seven, List.of()));
        assertNotEquals(Palette.fill(0), Palette.fill(5));
    }

    private static List<Double> numbers(Document document, String attribute) {
        List<Double> numbers = new ArrayList<>();
        var elements = document.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var value = elements.item(i).getAttributes().getNamedItem(attribute);
            if (value != null) {
                numbers.add(Double.parseDouble(value.getNodeValue()));
            }
        }
        return numbers;
    }

    /// WCAG 2: (L1 + 0.05) / (L2 + 0.05).
    private static double contrast(String a, String b) {
        double first = luminance(a) + 0.05;
        double second = luminance(b) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
