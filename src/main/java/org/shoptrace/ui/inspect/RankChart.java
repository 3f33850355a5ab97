package org.shoptrace.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import org.shoptrace.model.finding.Place;
import org.shoptrace.model.finding.TargetTrack;
import org.shoptrace.ui.kit.Texts;

/// The rank of every target over the searches of a run: a line a target, a point a search, bands for the first page, the pages after it,
/// and what no page shows. A full point is an answer that shows the target, a hollow one does not.
final class RankChart extends Region {
    /// Targets beyond these repeat the looks.
    static final int LOOKS = 4;

    private static final List<String> BANDS = List.of("page 1", "page 2–5", "not in 50");
    private static final double LABELS = 68;
    private static final double POINT = 11;

    private final List<Label> bands = new ArrayList<>();
    private final List<Line> borders = new ArrayList<>();
    private final List<Polyline> lines = new ArrayList<>();
    private final List<List<RankPoint>> points = new ArrayList<>();
    private final List<List<Button>> buttons = new ArrayList<>();
    private final Line now = new Line();
    private final int searches;
    private int step;

    RankChart(List<TargetTrack> targets, Consumer<Place> goTo) {
        setId("rank-chart");
        getStyleClass().add("rank-chart");
        now.getStyleClass().add("rank-now");
        for (String name : BANDS) {
            Label band = Texts.muted(name);
            Line border = new Line();
            border.getStyleClass().add("rank-border");
            bands.add(band);
            borders.add(border);
            getChildren().addAll(border, band);
        }
        getChildren().add(now);
        int most = 1;
        for (TargetTrack target : targets) {
            int number = points.size();
            List<RankPoint> its = RankPoint.of(target);
            most = Math.max(most, its.size());
            points.add(its);
            Polyline line = new Polyline();
            line.getStyleClass().addAll("rank-line", look(number));
            lines.add(line);
            getChildren().add(line);
            List<Button> theirs = new ArrayList<>();
            for (RankPoint point : its) {
                theirs.add(button(target, number, point, goTo));
            }
            buttons.add(theirs);
        }
        buttons.forEach(getChildren()::addAll);
        searches = most;
    }

    /// Marks the searches of that step.
    void markStep(int newStep) {
        step = newStep;
        for (int t = 0; t < points.size(); t++) {
            for (int i = 0; i < points.get(t).size(); i++) {
                boolean current = points.get(t).get(i).search().place().step() == step;
                buttons.get(t).get(i).pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("current"), current);
            }
        }
        requestLayout();
    }

    static String look(int target) {
        return "rank-look" + target % LOOKS;
    }

    private static Button button(TargetTrack target, int number, RankPoint point, Consumer<Place> goTo) {
        Button button = new Button();
        button.setId(String.format(Locale.ROOT, "rank-%d-%d", number + 1, point.index() + 1));
        button.getStyleClass().setAll("rank-point", look(number), point.shown() ? "shown" : "absent");
        Place place = point.search().place();
        String words = String.format(Locale.ROOT, "Target %s, %s: %s%s", target.productId(), place, point.search().text(),
                point.search().hiddenBy().map(by -> " (" + by.wireName().replace('_', ' ') + ")").orElse(""));
        button.setAccessibleText(words);
        button.setTooltip(Texts.tip(words));
        button.setOnAction(_ -> goTo.accept(place));
        return button;
    }

    @Override
    protected double computePrefHeight(double width) {
        return snapSizeY(bands.getFirst().prefHeight(-1) * 6.5);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 300;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight() - POINT;
        double labels = Math.max(LABELS, bands.stream().mapToDouble(band -> band.prefWidth(-1)).max().orElse(0) + 8);
        for (int i = 0; i < BANDS.size(); i++) {
            double y = POINT / 2 + height * i / BANDS.size();
            borders.get(i).setStartX(0);
            borders.get(i).setEndX(width);
            borders.get(i).setStartY(y);
            borders.get(i).setEndY(y);
            Label band = bands.get(i);
            band.resizeRelocate(0, y + 2, band.prefWidth(-1), band.prefHeight(-1));
        }
        double room = width - labels - 2 * POINT;
        now.setVisible(false);
        for (int t = 0; t < points.size(); t++) {
            lines.get(t).getPoints().clear();
            for (RankPoint point : points.get(t)) {
                double x = labels + POINT + (searches == 1 ? room / 2 : room * point.index() / (searches - 1));
                double y = POINT / 2 + height * point.height();
                lines.get(t).getPoints().addAll(x, y);
                buttons.get(t).get(point.index()).resizeRelocate(x - POINT / 2, y - POINT / 2, POINT, POINT);
                if (point.search().place().step() == step) {
                    now.setStartX(x);
                    now.setEndX(x);
                    now.setStartY(0);
                    now.setEndY(getHeight());
                    now.setVisible(true);
                }
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "RankChart[%d targets, %d searches]", points.size(), searches);
    }
}
