package org.shoptrace.core.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.shoptrace.core.chart.SampleCharts.grid;
import static org.shoptrace.core.chart.SampleCharts.points;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shoptrace.core.chart.Recording.DrawnMark;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartFilesTest {
    static Stream<Map.Entry<String, Chart>> charts() {
        return SampleCharts.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svgIsWellFormedAndItsTextStaysText(Map.Entry<String, Chart> chart) throws Exception {
        Print print = Print.of("a-name", SampleCharts.HOSTILE, chart.getValue());
        String text = SvgCanvas.file(print);
        Document document = parse(text);
        assertTrue(text.contains("prefers-color-scheme:dark"));
        assertFalse(text.contains("<b>"), "text stays text");
        assertEquals("0 0 " + number(print.width()) + " " + number(print.height()), document.getDocumentElement().getAttribute("viewBox"));
        for (Element stripes : elements(document, "linearGradient")) {
            assertTrue(stripes.getAttribute("id").startsWith("a-name-"), "several charts stand in one page");
            assertTrue(text.contains("url(#" + stripes.getAttribute("id") + ")"));
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void svgHasTheMarksOfTheLayout(Map.Entry<String, Chart> chart) throws Exception {
        Print print = Print.of("n", "t", chart.getValue());
        List<DrawnMark> marks = Recording.of(chart.getValue(), new Typeface(print.text()), print.width(), print.height()).marks;
        List<Element> drawn = elements(parse(SvgCanvas.file(print)), "g");
        assertEquals(marks.size(), drawn.size());
        for (int i = 0; i < marks.size(); i++) {
            Element group = drawn.get(i);
            assertEquals(marks.get(i).datum().key(), group.getAttribute("data-key"));
            assertEquals(marks.get(i).datum().says(), group.getElementsByTagName("title").item(0).getTextContent());
            Box box = marks.get(i).box();
            if (marks.get(i).glyph().isEmpty()) {
                Element area = (Element) group.getElementsByTagName("rect").item(0);
                assertEquals(box.x(), Double.parseDouble(area.getAttribute("x")), 0.01);
                assertEquals(box.height(), Double.parseDouble(area.getAttribute("height")), 0.01);
            } else {
                assertEquals(marks.get(i).glyph().get().name(), ((Element) group.getLastChild()).getAttribute("class"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("charts")
    void pngIsDrawnWithoutADisplay(Map.Entry<String, Chart> chart) throws Exception {
        Print print = Print.of("n", "t", chart.getValue());
        BufferedImage image = png(print);
        assertEquals(2 * (print.width() + 32), image.getWidth());
        assertEquals(0xffffffff, image.getRGB(2, 2));
        Recording drawn = Recording.of(chart.getValue(), new Typeface(print.text()), print.width(), print.height());
        if (!drawn.areas.isEmpty() || !drawn.lines.isEmpty()) {
            long ink = 0;
            for (int x = 0; x < image.getWidth(); x += 2) {
                for (int y = 0; y < image.getHeight(); y += 2) {
                    ink += image.getRGB(x, y) == 0xffffffff ? 0 : 1;
                }
            }
            assertTrue(ink > 100, "something is drawn: " + ink);
        }
    }

    /// A point is where the layout has it, and has the ink of its look, on light and on dark paper.
    @Test
    void pngHasTheMarksOfTheLayout() throws Exception {
        for (Paper paper : Paper.values()) {
            Print print = new Print("n", "t", points("a"), 400, 300, 12, Optional.of(paper));
            BufferedImage image = png(print);
            for (DrawnMark mark : Recording.of(print.chart(), new Typeface(12), 400, 300).marks) {
                Ink ink = mark.glyph().orElseThrow().hollow() ? Ink.PAPER : mark.glyph().get().ink();
                if (!mark.faint()) {
                    int rgb = image.getRGB((int) (2 * (mark.box().centerX() + 16)), (int) (2 * (mark.box().centerY() + 16)));
                    assertEquals(ink.on(paper), "#%06x".formatted(rgb & 0xffffff), mark + " on " + paper);
                }
            }
        }
    }

    @Test
    void aDrawingHoldsEveryBarAndTextInTheColoursOfItsPaper() throws Exception {
        Print print = Print.of("rates", "rates of <alpha> & others", grid()).sized(600, 10).on(Paper.DARK);
        assertTrue(print.height() > 60, "as high as it must be");
        String text = SvgCanvas.file(print);
        Document drawing = parse(text);
        assertEquals("rates of <alpha> & others", drawing.getElementsByTagName("title").item(0).getTextContent());
        List<String> texts = elements(drawing, "text").stream().map(Element::getTextContent).toList();
        assertTrue(texts.containsAll(List.of("alpha", "a model & <its> name", "40.0", "n 12", "two")), texts.toString());
        assertTrue(drawing.getElementsByTagName("linearGradient").getLength() >= 1, "hatching is kept");
        assertTrue(drawing.getElementsByTagName("path").getLength() >= 2, "grid and whiskers are kept");
        assertTrue(text.contains(Ink.PAPER.on(Paper.DARK)) && text.contains(Ink.BLUE.on(Paper.DARK)));
        assertFalse(text.contains("prefers-color-scheme") || text.contains("var("), "a file of the window has the window's colours");
    }

    @Test
    void aTextOnSeveralLinesIsDrawnOnSeveralLines() throws Exception {
        String sentence = "without: a constraint value of which the query does not have a single word";
        List<Element> lines = elements(
                parse(SvgCanvas.file(new Print("n", "t", new Caption(sentence, TextStyle.PLAIN), 200, 80, 12, Optional.empty()))), "text");
        assertTrue(lines.size() > 1);
        assertEquals(sentence, String.join(" ", lines.stream().map(Element::getTextContent).toList()));
        double apart = Double.parseDouble(lines.get(1).getAttribute("y")) - Double.parseDouble(lines.get(0).getAttribute("y"));
        assertTrue(apart > 8, "" + apart);
    }

    private static BufferedImage png(Print print) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(PngCanvas.file(print)));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document, String name) {
        List<Element> all = new ArrayList<>();
        var found = document.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        return all;
    }
}
