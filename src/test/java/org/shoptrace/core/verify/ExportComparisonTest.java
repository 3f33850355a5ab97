package org.shoptrace.core.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.PictureText;
import org.shoptrace.core.chart.PngFile;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.chart.SampleCharts;
import org.shoptrace.core.chart.SvgCanvas;
import org.shoptrace.core.markup.HtmlPage;
import org.shoptrace.core.provenance.CarriedChart;
import org.shoptrace.core.provenance.CarriedProvenance;
import org.shoptrace.core.provenance.Program;
import org.shoptrace.core.provenance.Provenance;
import org.shoptrace.core.provenance.SampleOrigin;

/// One thing at a time is changed in an export: each is told, and what may be another is not.
class ExportComparisonTest {
    private static final Provenance ORIGIN = SampleOrigin.provenance("f".repeat(64));
    private static final Provenance OTHER_BUILD = new Provenance(
            new Program("9.9.9", Optional.empty()), ORIGIN.words(), ORIGIN.settings(), ORIGIN.catalogue(), ORIGIN.inputs(), ORIGIN.data());

    private final ExportComparison comparison = new ExportComparison(new Allowance(ORIGIN, ORIGIN));

    @Test
    void aDrawingIsHeldToEveryNumberThatItDraws() {
        byte[] bars = svg(SampleCharts.twoSeries(), ORIGIN);
        told("a.svg", bars, "(<rect class=\"[^\"]+\"[^>]* width=\")([\\d.]+)", "$140", "width of <rect>");
        told("a.svg", bars, "(<rect class=\"[^\"]+\"[^>]* y=\")([\\d.]+)", "$17", "y of <rect>");
        told("a.svg", bars, "(<rect class=\"[^\"]+\" style=\"fill:)[^\"]+", "$1red", "style of <rect>");
        told("a.svg", bars, "(<path d=\")M[^\"]+", "$1M0 0L9 9", "d of <path>");
        told("a.svg", bars, "(<text [^>]*y=\")[\\d.]+", "$11", "y of <text>");
        told("a.svg", bars, "</svg>", "<rect width=\"9\" height=\"9\"/></svg>", "it has <rect>, made again the end of <svg>");
        told("a.svg", bars, "</svg>", "<!-- no --></svg>", "what people do not see");
        told("a.svg", bars, "(<metadata id=\"shoptrace-chart\">[^<]*\"numbers\":\\[)[\\d.]+", "$10.99", "is 0.99");
        told("a.svg", svg(SampleCharts.points("p"), ORIGIN), "( cx=\")[\\d.]+", "$17", "cx of <circle>");
    }

    /// The bar in a page is that of the file.
    @Test
    void aPageIsHeldToAllOfItsElementsAndAttributes() {
        byte[] page = page(ORIGIN);
        told("r.html", page, "(<rect class=\"[^\"]+\"[^>]* width=\")([\\d.]+)", "$140", "width of <rect>");
        told("r.html", page, "color:red", "color:blue", "it says “p{color:blue}”, made again “p{color:red}”");
        told("r.html", page, "<p title=\"one\"", "<p title=\"two\"", "title of <p> is “two”, made again “one”");
        told("r.html", page, "(<p title=\"one\">)", "$1" + "n".repeat(300), "made again");
        told("r.html", page, "<p title=\"one\"", "<p", "title of <p> is none, made again “one”");
        told("r.html", page, "</body>", "<img src=\"x\"/></body>", "it has <img>, made again the end of <body>");
        told("r.html", page, "default-src 'none'", "default-src *", "content of <meta>");
        told("r.html", page, "&quot;seed&quot;:5", "&quot;seed&quot;:6", "provenance.seed is “6”, made again “5”");
        told("r.html", page, "comparable_with_published&quot;:true", "comparable_with_published&quot;:false",
                "provenance.similarity.comparable_with_published is “false”");
        told("r.html", page, "(&quot;command&quot;:&quot;)shoptrace", "$1other", "provenance.command is “\"other report");
        told("r.html", page, "(&quot;products&quot;:)1234", "$15", "provenance.catalogue.products is “5”");
        told("r.html", page, "(&quot;bytes&quot;:)12,", "$113,", "provenance.inputs[0].bytes is “13”");
    }

    @Test
    void aLongTextIsQuotedWhereItChanges() {
        byte[] text = ("so ".repeat(100) + "many").getBytes(StandardCharsets.UTF_8);
        told("methods.txt", text, "many", "few", "it says “…so so so few”, made again “…so so so many”");
    }

    @Test
    void anotherBuildIsNoDifference() {
        ExportComparison builds = new ExportComparison(new Allowance(ORIGIN, OTHER_BUILD));
        assertEquals(Optional.empty(), builds.of("r.html", page(ORIGIN), page(OTHER_BUILD)));
        assertEquals(Optional.empty(), builds.of("a.svg", svg(SampleCharts.grid(), ORIGIN), svg(SampleCharts.grid(), OTHER_BUILD)));
        assertEquals(Optional.empty(), builds.of("a.png", png(ORIGIN), png(OTHER_BUILD)));
    }

    @Test
    void aPictureIsHeldToSpotsOfAFewPixels() throws Exception {
        byte[] png = png(ORIGIN);
        painted(png, image -> image.fillRect(40, 40, 3, 3), false);
        painted(png, image -> image.fillRect(40, 40, 13, 1), true);
        painted(png, image -> image.fillRect(40, 40, 4, 4), true);
        painted(png, image -> {
            for (int i = 0; i < 20; i++) {
                image.fillRect(20 + 8 * i, 40, 3, 3);
            }
        }, true);
        painted(png, image -> {
            image.setColor(new Color(225, 225, 225, 255));
            image.fillRect(0, 0, 12, 8);
        }, true);
        byte[] other = PngFile.carrying(CarriedChart.png(print(SampleCharts.twoSeries()), Optional.empty(), ORIGIN), List.of());
        assertEquals(Optional.empty(), comparison.of("a.png", png, other));
    }

    private void painted(byte[] png, Consumer<Graphics2D> change, boolean told) throws Exception {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage image = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(read, 0, 0, null);
        graphics.setColor(Color.MAGENTA);
        change.accept(graphics);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        byte[] changed = PngFile.carrying(out.toByteArray(), List.of(
                CarriedProvenance.inPicture(ORIGIN),
                new PictureText("shoptrace-chart", PngFile.text(png, "shoptrace-chart").orElseThrow())));
        Optional<String> difference = comparison.of("a.png", changed, png);
        assertEquals(told, difference.isPresent(), difference.toString());
    }

    private void told(String name, byte[] export, String was, String is, String sentence) {
        assertEquals(Optional.empty(), comparison.of(name, export, export.clone()));
        String text = new String(export, StandardCharsets.UTF_8);
        String changed = text.replaceFirst(was, is);
        assertFalse(changed.equals(text), was);
        String why = comparison.of(name, changed.getBytes(StandardCharsets.UTF_8), export).orElse("the same");
        assertTrue(why.contains(sentence), sentence + ", but: " + why);
    }

    private static Print print(Chart chart) {
        return Print.of("asr", "Success", chart);
    }

    private static byte[] svg(Chart chart, Provenance origin) {
        return CarriedChart.svg(print(chart), Optional.empty(), origin);
    }

    private static byte[] png(Provenance origin) {
        return CarriedChart.png(print(SampleCharts.twoSeries()), Optional.empty(), origin);
    }

    private static byte[] page(Provenance origin) {
        HtmlPage page = new HtmlPage("Report", "p{color:red}", CarriedProvenance.inPage(origin));
        page.body().element("p", "Made by " + origin.program().text(), "title", "one");
        SvgCanvas.draw(print(SampleCharts.twoSeries()), page.body());
        return page.text().getBytes(StandardCharsets.UTF_8);
    }
}
