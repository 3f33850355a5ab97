package org.shoptrace.ui.evaluate;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.Datum;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.loss.LossByLevel;
import org.shoptrace.core.report.LossCharts;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// How far the runs got, and what each reason of failure costs: two cards over the width of the page.
final class LossCards {
    private final LossViewModel model;
    private final ExportViewModel exports;
    private final Openings openings = new Openings();
    private final VBox cards = new VBox();

    LossCards(LossViewModel model, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        cards.setId("losses");
        cards.getStyleClass().add("page-cards");
        model.shownProperty().subscribe(this::draw);
        // A page that is not looked at is in no window.
        cards.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.leave();
            } else {
                model.look();
            }
        });
    }

    Region node() {
        return cards;
    }

    /// Somebody looks: counts what the diagnosis found since.
    void look() {
        model.look();
    }

    private void draw() {
        openings.forget();
        if (model.isOwn()) {
            cards.getChildren().setAll(Texts.wrapped(
                    "How far runs got and what each reason of failure costs is counted by the benchmark's rules; these runs are judged by"
                            + " their files.",
                    "muted"));
            return;
        }
        model.shownProperty().get().ifPresentOrElse(
                this::show,
                () -> cards.getChildren().setAll(Texts.muted("How far the runs got is being counted.")));
    }

    private void show(LossByLevel loss) {
        if (loss.diagnosed() == 0) {
            Label nothing = Texts.wrapped(
                    "How far these runs got, and what each reason of failure costs, is counted from their diagnosis, which has not "
                            + "looked at them yet. It works through a workspace once its catalogue is open; what it finds appears here.",
                    "muted");
            nothing.setId("losses-unknown");
            cards.getChildren().setAll(nothing);
            return;
        }
        LossCharts charts = new LossCharts(model.labels(), loss, this::mark);
        ChartCard funnel = card(
                "funnel", "How far the runs got", charts.funnel(), charts.funnelInWords(), note(charts.funnelNote(), loss));
        if (loss.failed() == 0) {
            Label nothing = Texts.wrapped("No diagnosed run failed, so no reason costs anything.", "muted");
            nothing.setId("headroom-nothing");
            cards.getChildren().setAll(funnel, nothing);
            return;
        }
        cards.getChildren().setAll(
                funnel,
                card("headroom", "What each reason of failure costs", charts.headroom(), charts.headroomInWords(),
                        note(charts.headroomNote(), loss)));
    }

    private static String note(String text, LossByLevel loss) {
        return loss.undiagnosed() == 0 ? text : text + " Not diagnosed and not counted: " + Counts.of(loss.undiagnosed(), "run") + ".";
    }

    private Datum mark(String key, String says, String why, List<ScoredRun> runs) {
        String opens = runs.isEmpty() ? "." : ". Opens " + Counts.of(runs.size(), "run") + ".";
        return openings.datum(NodeIds.of(key), says + opens, () -> model.open().scored(why, runs));
    }

    private ChartCard card(String name, String title, Chart chart, List<String> sentences, String note) {
        ChartPane pane = new ChartPane(name, title);
        pane.show(chart, openings);
        VBox words = new VBox();
        words.setId(name + "-words");
        sentences.forEach(sentence -> words.getChildren().add(Texts.wrapped(sentence)));
        return new ChartCard(name, title, exports, pane, words).inReport(name + "_chart").note(note);
    }
}
