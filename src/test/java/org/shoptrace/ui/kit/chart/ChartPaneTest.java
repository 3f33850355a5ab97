package org.shoptrace.ui.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.chart.Ink;
import org.shoptrace.core.chart.IntervalBars;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.Paper;
import org.shoptrace.core.chart.Print;
import org.shoptrace.core.chart.SampleCharts;
import org.shoptrace.core.chart.SvgCanvas;
import org.shoptrace.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartPaneTest {
    /// Segments of a whisker: the line and its two ends, a move and a line each.
    private static final int WHISKER = 6;
    private static final Pattern MARKS = Pattern.compile("data-key=\"([^\"]*)\"><title>([^<]*)</title>");

    private final List<String> opened = new ArrayList<>();
    private final StackPane place = new StackPane();
    private final Openings openings = new Openings();
    private ChartPane pane;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        pane = new ChartPane("chart", "a chart");
        place.getChildren().add(pane);
        Scene scene = new Scene(place, 640, 420);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
    }

    /// The next test may be given the same window.
    @AfterEach
    void asItWas(FxRobot robot) {
        robot.interact(() -> {
            Theme.LIGHT.apply();
            place.getScene().getWindow().sizeToScene();
        });
    }

    private void show(FxRobot robot, Chart chart) {
        openings.forget();
        for (String key : List.of("a1", "a2", "b1")) {
            Datum datum = openings.datum(key, SampleCharts.datum(key).says(), () -> opened.add(key));
            assertEquals(SampleCharts.datum(key), datum);
        }
        robot.interact(() -> pane.show(chart, openings));
        laidOut(robot);
    }

    private void laidOut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            place.applyCss();
            place.layout();
        });
    }

    private List<Region> fills(FxRobot robot) {
        return new ArrayList<>(robot.from(pane).lookup(".fill").queryAllAs(Region.class));
    }

    private Text text(FxRobot robot, String words) {
        return robot.from(pane).lookup((Text text) -> text.getText().equals(words)).queryAs(Text.class);
    }

    @Test
    void everyMarkIsAButtonToPeopleAndProgramsThatHelpThem(FxRobot robot) {
        show(robot, SampleCharts.grid());
        Mark mark = robot.lookup("#b1").queryAs(Mark.class);
        assertEquals(AccessibleRole.BUTTON, mark.getAccessibleRole());
        assertEquals("name of b1", mark.getAccessibleText());
        robot.interact(() -> mark.executeAccessibleAction(AccessibleAction.FIRE));
        robot.clickOn(mark);
        assertEquals(List.of("b1", "b1"), opened);
        Mark published = robot.lookup("#p2").queryAs(Mark.class);
        robot.interact(published::fire);
        assertEquals(2, opened.size(), "nothing stands behind a key that was never told");
    }

    /// What is seen is what is written: the same keys, saying the same, in the same order.
    @Test
    void theWindowAndAFileHaveTheSameMarks(FxRobot robot) {
        SampleCharts.all().forEach((name, chart) -> {
            show(robot, chart);
            List<Datum> written = new ArrayList<>();
            Matcher marks = MARKS.matcher(SvgCanvas.file(Print.of("n", "t", chart)));
            while (marks.find()) {
                written.add(new Datum(marks.group(1), marks.group(2)));
            }
            assertEquals(written, pane.marks().stream().map(Mark::datum).toList(), name);
        });
    }

    @Test
    void marksAndBarsStandWhereTheLayoutHasThem(FxRobot robot) {
        show(robot, SampleCharts.twoSeries());
        Region first = fills(robot).get(0);
        Region second = fills(robot).get(1);
        assertEquals(0.6 / 0.8, second.getHeight() / first.getHeight(), 1e-9);
        Mark mark = robot.lookup("#a1").queryAs(Mark.class);
        assertTrue(mark.getBoundsInParent().contains(first.getBoundsInParent()), "the mark lies over its bar");
        assertTrue(first.getStyleClass().contains(Looks.bar(0).name()) && second.getStyleClass().contains(Looks.bar(1).name()));
        assertNotEquals(
                first.getBackground().getFills().getFirst().getFill(), second.getBackground().getFills().getFirst().getFill());
        assertTrue(text(robot, "label a1").getBoundsInParent().getMaxY() <= first.getLayoutY());
    }

    @Test
    void showingOtherBarsLeavesNothingOfTheFirst(FxRobot robot) {
        show(robot, SampleCharts.twoSeries());
        show(robot, new IntervalBars(List.of(List.of(SampleCharts.bar("c1", "only", 0.5, 0.4, 0.6))), List.of(), 1));
        assertEquals(WHISKER, robot.from(pane).lookup(".whiskers").queryAs(Path.class).getElements().size());
        assertEquals(1, fills(robot).size());
        assertFalse(robot.lookup("#a1").tryQuery().isPresent());
        assertEquals(1, pane.marks().size());
    }

    @Test
    void largerTextMakesRoomForItselfAndTextsDoNotOverlap(FxRobot robot) {
        show(robot, SampleCharts.grid());
        double usual = pane.prefHeight(600);
        robot.interact(() -> place.setStyle("-fx-font-size: 26px"));
        laidOut(robot);
        assertTrue(pane.prefHeight(600) > 1.6 * usual, usual + " then " + pane.prefHeight(600));
        assertTrue(pane.textSize() > 20);
        List<Text> texts = robot.from(pane).lookup((Text text) -> !text.getText().isEmpty()).queryAllAs(Text.class).stream().toList();
        assertTrue(texts.size() > 8);
        for (Text text : texts) {
            for (Text other : texts) {
                boolean apart = text == other || !text.getBoundsInParent().intersects(other.getBoundsInParent());
                assertTrue(apart, text.getText() + " over " + other.getText());
            }
        }
    }

    @Test
    void aChartThatChangesItsSizeKeepsItsMarksAndTheFocus(FxRobot robot) {
        show(robot, SampleCharts.grid());
        Mark mark = robot.lookup("#b1").queryAs(Mark.class);
        robot.interact(mark::requestFocus);
        double before = mark.getLayoutX();
        robot.interact(() -> place.getScene().getWindow().setWidth(900));
        laidOut(robot);
        assertSame(mark, robot.lookup("#b1").query());
        assertTrue(mark.isFocused());
        assertNotEquals(before, mark.getLayoutX());
        assertEquals(1, pane.marks().stream().filter(Node::isFocusTraversable).count());
    }

    @Test
    void theThemeChangesTheColours(FxRobot robot) {
        show(robot, SampleCharts.twoSeries());
        assertEquals(Paper.LIGHT, pane.paper());
        assertEquals(Color.web(Ink.BLUE.on(Paper.LIGHT)), fills(robot).getFirst().getBackground().getFills().getFirst().getFill());
        robot.interact(Theme.DARK::apply);
        laidOut(robot);
        assertEquals(Paper.DARK, pane.paper());
        assertEquals(Color.web(Ink.BLUE.on(Paper.DARK)), fills(robot).getFirst().getBackground().getFills().getFirst().getFill());
        assertEquals(Color.web(Ink.INK.on(Paper.DARK)), text(robot, "hard").getFill());
    }

    /// An area that is hard to see is told by nobody to be there: WCAG asks for a contrast of 3 of what has a meaning.
    @Test
    void paleBarsAreSeenOnDarkPaper() {
        double ground = luminance(Color.web(Ink.PAPER.on(Paper.DARK)));
        assertTrue((luminance(Color.web(Ink.PALE_BLUE.on(Paper.DARK))) + 0.05) / (ground + 0.05) >= 3);
        Color faint = Color.web(Ink.PAPER.on(Paper.DARK)).interpolate(Color.web(Ink.BLUE.on(Paper.DARK)), Paper.DARK.faint());
        assertTrue((luminance(faint) + 0.05) / (ground + 0.05) >= 2, "what is of few tasks");
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /// The inks of charts are the tokens of the theme, which the rest of the window is drawn with; a pale one is the token on its paper.
    @Test
    void inksAreThoseOfTheTheme(FxRobot robot) {
        Map<Ink, String> tokens = new EnumMap<>(Map.of(
                Ink.INK, "fg-default", Ink.MUTED, "fg-muted", Ink.GRID, "border-muted", Ink.BORDER, "border-default", Ink.PAPER,
                "bg-default",
                Ink.BLUE, "accent-emphasis", Ink.PALE_BLUE, "accent-muted", Ink.GREY, "neutral-emphasis", Ink.PALE_GREY, "neutral-muted"));
        tokens.putAll(Map.of(
                Ink.PURPLE, "chart-6", Ink.TEAL, "chart-4", Ink.INDIGO, "chart-5", Ink.AMBER, "chart-2", Ink.RED, "chart-7"));
        assertEquals(Ink.values().length, tokens.size());
        Region sample = new Region();
        for (Paper paper : Paper.values()) {
            robot.interact(() -> {
                (paper == Paper.LIGHT ? Theme.LIGHT : Theme.DARK).apply();
                place.getChildren().setAll(sample);
            });
            Color ground = Color.web(Ink.PAPER.on(paper));
            tokens.forEach((ink, token) -> {
                if (ink == Ink.PALE_BLUE && paper == Paper.DARK) {
                    return;
                }
                robot.interact(() -> {
                    sample.setStyle("-fx-background-color: -color-" + token);
                    place.applyCss();
                });
                Color color = (Color) sample.getBackground().getFills().getFirst().getFill();
                Color seen = ground.interpolate(color.deriveColor(0, 1, 1, 1 / color.getOpacity()), color.getOpacity());
                Color inked = Color.web(ink.on(paper));
                assertEquals(seen.getRed(), inked.getRed(), 0.005, ink + " on " + paper);
                assertEquals(seen.getGreen(), inked.getGreen(), 0.005, ink + " on " + paper);
                assertEquals(seen.getBlue(), inked.getBlue(), 0.005, ink + " on " + paper);
            });
        }
    }
}
