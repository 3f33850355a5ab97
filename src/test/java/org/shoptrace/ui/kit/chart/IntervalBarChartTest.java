package org.shoptrace.ui.kit.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.ui.kit.Theme;
import org.shoptrace.ui.kit.chart.IntervalBarChart.Bar;
import org.shoptrace.ui.kit.chart.IntervalBarChart.Dot;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class IntervalBarChartTest {
    /// Segments of a whisker: the line and its two ends, a move and a line each.
    private static final int WHISKER = 6;

    private final List<String> opened = new ArrayList<>();
    private final StackPane place = new StackPane();
    private IntervalBarChart chart;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        chart = new IntervalBarChart();
        place.getChildren().add(chart);
        Scene scene = new Scene(place, 600, 400);
        Theme.style(scene);
        stage.setScene(scene);
        stage.show();
        chart.show(
                List.of(
                        List.of(bar("a1", "easy\ntasks", 0.8, 0.7, 0.9), bar("a2", "hard", 0.25, 0.125, 0.5)),
                        List.of(bar("b1", "easy\ntasks", 0.6, 0.5, 0.7))),
                List.of(),
                1);
    }

    private Bar bar(String id, String level, double value, double low, double high) {
        return new Bar(level, value, Optional.of(new ConfidenceInterval(low, high)), "label " + id, datum(id));
    }

    private Datum datum(String id) {
        return new Datum(id, "name " + id, () -> opened.add(id));
    }

    private void show(FxRobot robot, List<List<Bar>> bars, List<Dot> dots, double top) {
        robot.interact(() -> chart.show(bars, dots, top));
        laidOut(robot);
    }

    private void laidOut(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            place.applyCss();
            place.layout();
        });
    }

    /// In the order of the groups.
    private List<Region> fills(FxRobot robot) {
        return new ArrayList<>(robot.from(chart).lookup(".fill").queryAllAs(Region.class));
    }

    private Text text(FxRobot robot, String words) {
        return robot.from(chart).lookup((Text text) -> text.getText().equals(words)).queryAs(Text.class);
    }

    private static double bottom(Region region) {
        return region.getLayoutY() + region.getHeight();
    }

    @Test
    void barsAreAsHighAsTheirShareAndStandInTheirGroup(FxRobot robot) {
        laidOut(robot);
        List<Region> fills = fills(robot);
        assertEquals(0.6 / 0.8, fills.get(1).getHeight() / fills.get(0).getHeight(), 1e-9);
        assertEquals(0.25 / 0.8, fills.get(2).getHeight() / fills.get(0).getHeight(), 1e-9);
        fills.forEach(fill -> assertEquals(bottom(fills.getFirst()), bottom(fill), 1e-9));
        assertTrue(fills.get(1).getLayoutX() >= fills.get(0).getLayoutX() + fills.get(0).getWidth());
        assertTrue(fills.get(2).getLayoutX() > fills.get(1).getLayoutX() + fills.get(1).getWidth() + 10, "groups stand apart");
    }

    @Test
    void whiskersReachFromTheLowToTheHighEndOfTheInterval(FxRobot robot) {
        laidOut(robot);
        Region fill = fills(robot).get(2);
        double unit = fill.getHeight() / 0.25;
        assertEquals(bottom(fill) - 0.125 * unit, ((MoveTo) chart.whiskers.getElements().get(2 * WHISKER)).getY(), 1e-9);
        assertEquals(bottom(fill) - 0.5 * unit, ((LineTo) chart.whiskers.getElements().get(2 * WHISKER + 1)).getY(), 1e-9);
    }

    @Test
    void aValueStandsAboveItsWhiskersAndInsideTheChart(FxRobot robot) {
        laidOut(robot);
        Text label = text(robot, "label a1");
        double end = ((LineTo) chart.whiskers.getElements().get(1)).getY();
        assertTrue(label.getBoundsInParent().getMaxY() <= end, label.getBoundsInParent() + " and " + end);
        assertTrue(label.getBoundsInParent().getMinY() >= 0, label.getBoundsInParent().toString());
        robot.interact(() -> place.setStyle("-fx-font-size: 26px"));
        laidOut(robot);
        assertTrue(label.getBoundsInParent().getMinY() >= 0, label.getBoundsInParent().toString());
        assertTrue(text(robot, "hard").getBoundsInParent().getMaxY() <= chart.getHeight());
    }

    @Test
    void everyBarIsANamedButtonThatActs(FxRobot robot) {
        Mark bar = robot.lookup("#a2").queryAs(Mark.class);
        assertEquals("name a2", bar.getAccessibleText());
        robot.interact(bar::fire);
        assertEquals(List.of("a2"), opened);
        assertEquals(List.of("a1", "b1", "a2"), chart.marks().stream().map(Mark::getId).toList(), "arrows go from group to group");
    }

    @Test
    void theScaleEndsWhereItIsTold(FxRobot robot) {
        show(robot, List.of(List.of(bar("c1", "only", 0.1, 0.05, 0.15))), List.of(), 0.2);
        List<String> ticks = robot.from(chart).lookup(".muted-text").queryAllAs(Text.class).stream().map(Text::getText).toList();
        assertEquals(List.of("0 %", "5 %", "10 %", "15 %", "20 %"), ticks);
        assertTrue(fills(robot).getFirst().getHeight() > chart.getHeight() * 0.3, "half of the scale");
    }

    @Test
    void seriesDifferInTheirLook(FxRobot robot) {
        laidOut(robot);
        Region first = fills(robot).get(0);
        Region second = fills(robot).get(1);
        assertTrue(first.getStyleClass().contains(Looks.bar(0)));
        assertTrue(second.getStyleClass().contains(Looks.bar(1)));
        assertNotEquals(
                first.getBackground().getFills().getFirst().getFill(), second.getBackground().getFills().getFirst().getFill());
    }

    @Test
    void aRingStandsRightOfTheBarsOfItsLevelAtItsHeight(FxRobot robot) {
        show(
                robot,
                List.of(List.of(bar("a1", "easy", 0.8, 0.7, 0.9), bar("a2", "hard", 0.2, 0.1, 0.3))),
                List.of(new Dot("easy", 0.4, datum("d1"))),
                1);
        Region easy = fills(robot).get(0);
        Region hard = fills(robot).get(1);
        Mark ring = robot.lookup("#d1").queryAs(Mark.class);
        double x = ring.getLayoutX() + ring.getWidth() / 2;
        assertTrue(x > easy.getLayoutX() + easy.getWidth() && x < hard.getLayoutX(), x + " beside " + easy);
        assertEquals(bottom(easy) - easy.getHeight() / 2, ring.getLayoutY() + ring.getHeight() / 2, 1e-9);
    }

    @Test
    void showingOtherBarsLeavesNothingOfTheFirst(FxRobot robot) {
        show(robot, List.of(List.of(bar("c1", "only", 0.5, 0.4, 0.6))), List.of(), 1);
        assertEquals(WHISKER, chart.whiskers.getElements().size());
        assertEquals(1, fills(robot).size());
        assertFalse(robot.lookup("#a1").tryQuery().isPresent());
    }
}
