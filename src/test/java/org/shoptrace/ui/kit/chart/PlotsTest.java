package org.shoptrace.ui.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.chart.Scale;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@ExtendWith(ApplicationExtension.class)
class PlotsTest {
    private final List<String> opened = new ArrayList<>();
    private final StackPane place = new StackPane();

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        Scene scene = new Scene(place, 640, 420);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    private Datum datum(String id) {
        return new Datum(id, "name of " + id, () -> opened.add(id));
    }

    private void show(FxRobot robot, Region chart) {
        robot.interact(() -> place.getChildren().setAll(chart));
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            place.applyCss();
            place.layout();
        });
    }

    private Optional<IntervalGrid.Cell> cell(String id, double value, boolean faint) {
        return Optional.of(
                new IntervalGrid.Cell(value, Optional.of(new ConfidenceInterval(value - 0.1, value + 0.1)), Shares.percent(value), "n 12",
                        faint, datum(id)));
    }

    private IntervalGrid grid() {
        IntervalGrid grid = new IntervalGrid();
        grid.show(
                List.of("alpha", "a model & <its> name"),
                List.of(
                        new IntervalGrid.Row("one", List.of(cell("a1", 0.4, false), cell("b1", 0.8, false)), List.of()),
                        new IntervalGrid.Row(
                                "two", List.of(cell("a2", 0.2, true), Optional.empty()), List.of(new IntervalGrid.Dot(0.6, datum("p2"))))),
                0.8);
        return grid;
    }

    private DifferenceRows twoDifferences() {
        DifferenceRows rows = new DifferenceRows();
        rows.show(
                List.of(
                        new DifferenceRows.Row("all", 0.2, 0.1, 0.3, "+20.0", datum("d1")),
                        new DifferenceRows.Row("shop", -0.2, -0.3, -0.1, "−20.0", datum("d2"))),
                "b better", "a better");
        return rows;
    }

    @Test
    void barsOfAGridAreAsLongAsTheirShareOfTheScale(FxRobot robot) {
        IntervalGrid grid = grid();
        show(robot, grid);
        List<Region> bars = new ArrayList<>(robot.from(grid).lookup(".fill").queryAllAs(Region.class));
        assertEquals(3, bars.size());
        assertEquals(2, bars.get(1).getWidth() / bars.get(0).getWidth(), 0.02);
        assertEquals(0.5, bars.get(2).getWidth() / bars.get(0).getWidth(), 0.02);
        assertTrue(bars.get(2).getStyleClass().contains("faint"));
        assertFalse(bars.get(0).getStyleClass().contains("faint"));
        assertTrue(bars.get(0).getStyleClass().contains(Looks.bar(0)) && bars.get(1).getStyleClass().contains(Looks.bar(1)));
    }

    @Test
    void whiskersOfAGridEndAtTheInterval(FxRobot robot) {
        IntervalGrid grid = grid();
        show(robot, grid);
        Region bar = robot.from(grid).lookup(".fill").nth(0).queryAs(Region.class);
        double unit = bar.getWidth() / 0.4;
        assertEquals(bar.getLayoutX() + 0.3 * unit, ((MoveTo) grid.whiskers.getElements().get(0)).getX(), 1);
        assertEquals(bar.getLayoutX() + 0.5 * unit, ((LineTo) grid.whiskers.getElements().get(1)).getX(), 1);
    }

    @Test
    void aMarkIsAButtonToPeopleAndProgramsThatHelpThem(FxRobot robot) {
        show(robot, grid());
        Mark mark = robot.lookup("#b1").queryAs(Mark.class);
        assertEquals(AccessibleRole.BUTTON, mark.getAccessibleRole());
        assertEquals("name of b1", mark.getAccessibleText());
        robot.interact(() -> mark.executeAccessibleAction(AccessibleAction.FIRE));
        robot.clickOn(mark);
        assertEquals(List.of("b1", "b1"), opened);
    }

    @Test
    void textsOfAGridDoNotOverlap(FxRobot robot) {
        IntervalGrid grid = grid();
        show(robot, grid);
        List<Text> texts = grid.getChildrenUnmodifiable().stream()
                .filter(node -> node instanceof Text && node.isVisible())
                .map(Text.class::cast)
                .toList();
        for (Text text : texts) {
            for (Text other : texts) {
                boolean apart = text == other || !text.getBoundsInParent().intersects(other.getBoundsInParent());
                assertTrue(apart, text.getText() + " over " + other.getText());
            }
        }
    }

    @Test
    void largerTextMakesRoomForItself(FxRobot robot) {
        IntervalGrid grid = grid();
        show(robot, grid);
        double usual = grid.prefHeight(600);
        robot.interact(() -> place.setStyle("-fx-font-size: 26px"));
        show(robot, grid);
        assertTrue(grid.prefHeight(600) > 1.6 * usual, usual + " then " + grid.prefHeight(600));
        textsOfAGridDoNotOverlap(robot);
    }

    @Test
    void segmentsFollowTheirCounts(FxRobot robot) {
        StackedRows rows = new StackedRows();
        rows.show(List.of(
                new StackedRows.Row("many",
                        List.of(new StackedRows.Segment(0, 60, datum("m0")), new StackedRows.Segment(1, 30, datum("m1"))), datum("m")),
                new StackedRows.Row("few", List.of(new StackedRows.Segment(0, 0, datum("f0")), new StackedRows.Segment(3, 1, datum("f3"))),
                        datum("f"))));
        show(robot, rows);
        Mark sixty = robot.lookup("#m0").queryAs(Mark.class);
        Mark thirty = robot.lookup("#m1").queryAs(Mark.class);
        assertEquals(2, sixty.getWidth() / thirty.getWidth(), 0.05);
        assertFalse(robot.lookup("#f0").tryQuery().isPresent());
        assertTrue(robot.lookup("#f3").queryAs(Mark.class).getWidth() >= 4);
        robot.interact(robot.lookup("#f").queryAs(Mark.class)::fire);
        assertEquals(List.of("f"), opened);
        assertEquals(
                List.of("many", "60", "30", "90", "few", "1"),
                rows.getChildrenUnmodifiable().stream()
                        .filter(node -> node instanceof Text && node.isVisible())
                        .map(node -> ((Text) node).getText())
                        .distinct()
                        .sorted((a, b) -> Integer.compare(order(a), order(b)))
                        .toList());
    }

    private static int order(String text) {
        return List.of("many", "60", "30", "90", "few", "1").indexOf(text);
    }

    @Test
    void pointsStandAtTheirFigures(FxRobot robot) {
        PointPlot plot = new PointPlot();
        plot.show(
                Scale.shares("x", 1), Scale.shares("y", 1),
                List.of(
                        new PointPlot.Point(0, 0.25, 0.5, Optional.of(new ConfidenceInterval(0.4, 0.6)), "a", false, datum("p1")),
                        new PointPlot.Point(1, 0.75, 1, Optional.empty(), "b", true, datum("p2"))));
        show(robot, plot);
        Mark first = robot.lookup("#p1").queryAs(Mark.class);
        assertEquals(plot.x(0.25), first.getBoundsInParent().getCenterX(), 0.5);
        assertEquals(plot.y(0.5), first.getBoundsInParent().getCenterY(), 0.5);
        assertEquals(plot.ceiling(), robot.lookup("#p2").queryAs(Mark.class).getBoundsInParent().getCenterY(), 0.5);
        assertTrue(first.getShape() != null);
        assertFalse(first.getShape().toString().equals(String.valueOf(robot.lookup("#p2").queryAs(Mark.class).getShape())));
    }

    @Test
    void aDifferenceOfNothingIsInTheMiddle(FxRobot robot) {
        DifferenceRows rows = twoDifferences();
        show(robot, rows);
        List<Region> dots = new ArrayList<>(robot.from(rows).lookup(".difference-dot").queryAllAs(Region.class));
        double middle = ((MoveTo) rows.grid.getElements().getFirst()).getX();
        double right = dots.get(0).getBoundsInParent().getCenterX() - middle;
        double left = middle - dots.get(1).getBoundsInParent().getCenterX();
        assertTrue(right > 10);
        assertEquals(right, left, 1.5);
    }

    @Test
    void aPictureHasTwiceThePixels(FxRobot robot) throws Exception {
        IntervalGrid grid = grid();
        show(robot, grid);
        BufferedImage[] pixels = new BufferedImage[1];
        robot.interact(() -> pixels[0] = Picture.pixels(grid));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Picture.encoded(pixels[0])));
        assertEquals(grid.getWidth() * 2, read.getWidth(), 1);
        assertEquals(0xffffffff, read.getRGB(read.getWidth() - 1, 0));
    }

    @Test
    void aDrawingHoldsEveryBarAndTextAndEscapesNames(FxRobot robot) throws Exception {
        IntervalGrid grid = grid();
        show(robot, grid);
        byte[][] svg = new byte[1][];
        robot.interact(() -> svg[0] = Picture.svg(grid, "rates of <alpha> & others"));
        Document drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg[0]));
        assertEquals("rates of <alpha> & others", drawing.getElementsByTagName("title").item(0).getTextContent());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < drawing.getElementsByTagName("text").getLength(); i++) {
            texts.add(drawing.getElementsByTagName("text").item(i).getTextContent());
        }
        assertTrue(texts.containsAll(List.of("alpha", "a model & <its> name", "40.0", "n 12", "two")), texts.toString());
        assertTrue(drawing.getElementsByTagName("linearGradient").getLength() >= 1, "hatching is kept");
        assertTrue(drawing.getElementsByTagName("path").getLength() >= 2, "grid and whiskers are kept");
    }

    @Test
    void aTextOnSeveralLinesIsDrawnOnSeveralLines(FxRobot robot) throws Exception {
        IntervalGrid grid = new IntervalGrid();
        grid.show(
                List.of("alpha"),
                List.of(new IntervalGrid.Row(
                        "without: a constraint value of which the query does not have a single word", List.of(cell("w1", 0.4, false)),
                        List.of())),
                1);
        show(robot, grid);
        byte[][] svg = new byte[1][];
        robot.interact(() -> svg[0] = Picture.svg(grid, "rates"));
        Document drawing = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg[0]));
        List<String> lines = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        for (int i = 0; i < drawing.getElementsByTagName("text").getLength(); i++) {
            Element text = (Element) drawing.getElementsByTagName("text").item(i);
            if (text.getTextContent().matches(".*[a-z]{3}.*")) {
                lines.add(text.getTextContent());
                heights.add(Double.valueOf(text.getAttribute("y")));
            }
        }
        assertTrue(lines.size() > 1, lines.toString());
        assertEquals("without: a constraint value of which the query does not have a single word", String.join(" ", lines));
        assertTrue(heights.get(1) > heights.get(0) + 8, heights.toString());
    }

    @Test
    void namesOfCurvesThatEndTogetherDoNotOverlap(FxRobot robot) {
        for (int most : new int[] {1, 3}) {
            CurvePlot plot = new CurvePlot();
            List<CurvePlot.Vertex> vertices = IntStream.rangeClosed(1, most)
                    .mapToObj(k -> new CurvePlot.Vertex(k, 0.4, Optional.empty(), datum("v" + k)))
                    .toList();
            plot.show(
                    Scale.numbers("k", 1, 3), Scale.shares("share", 1),
                    List.of(new CurvePlot.Curve("pass@k", 0, vertices), new CurvePlot.Curve("pass^k", 1, vertices)), List.of());
            show(robot, plot);
            Text first = robot.from(plot).lookup((Text text) -> text.getText().equals("pass@k")).queryAs(Text.class);
            Text second = robot.from(plot).lookup((Text text) -> text.getText().equals("pass^k")).queryAs(Text.class);
            assertFalse(first.getBoundsInParent().intersects(second.getBoundsInParent()),
                    first.getBoundsInParent() + " and " + second.getBoundsInParent());
            assertTrue(Math.abs(first.getBoundsInParent().getMinX() - plot.x(most)) < 80, "beside the end of its line");
        }
    }

    @Test
    void rowsOfDifferencesTakeTheRoomThatThereIs(FxRobot robot) {
        DifferenceRows rows = twoDifferences();
        double least = rows.prefHeight(600) / 4;
        show(robot, rows);
        assertTrue(robot.lookup("#d1").queryAs(Mark.class).getHeight() > 1.5 * least);
    }

    @Test
    void numbersOfAScaleAreFewAndWhole() {
        Scale scale = Scale.numbers("tasks", 0, 1000);
        assertTrue(scale.ticks().size() <= 9, scale.ticks().toString());
        assertEquals(List.of(1.0, 2.0, 3.0), Scale.numbers("k", 1, 3).ticks());
        assertEquals("60 %", Scale.shares("", 1).words().apply(0.6));
        assertEquals(0.6, Shares.top(DoubleStream.of(0.45, Double.NaN)), 1e-9);
    }
}
