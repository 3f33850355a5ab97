package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.TitleBounds;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;

/// Between what bounds success lies, whatever the model that compares titles, by series and intent level; the runs that hang on it open.
final class TitleBoundsCard {
    private final Opener open;
    private final ExportViewModel exports;

    TitleBoundsCard(Opener open, ExportViewModel exports) {
        this.open = open;
        this.exports = exports;
    }

    Node of(EvaluationResult result) {
        LinkTable table = new LinkTable();
        table.setId("title-bounds");
        table.show(
                List.of(
                        Head.words("series"), Head.words("level"), Head.number("by exact title"), Head.number("success"),
                        Head.number("no title check"), Head.number("pass by titles"), Head.number("fail by titles")),
                result.rows().stream().map(this::row).toList());
        ChartCard card = new ChartCard(
                "title-bounds", "Success between its bounds by titles", exports,
                Texts.wrapped(
                        "By exact title two titles are alike only when they are equal, character by character; without the check any two"
                                + " are. Success lies between, whatever model compares them. A number opens its runs.",
                        "muted", "hint"),
                table);
        return card.note("ASR in %");
    }

    private List<Cell> row(FigureRow row) {
        Level level = row.level();
        TitleBounds bounds = TitleBounds.of(level.summary());
        return List.of(
                Cell.of(level.series()), Cell.of(level.label()), Cell.of(percent(bounds.byExactTitle().value(), bounds)),
                Cell.of(percent(bounds.figure().value(), bounds)), Cell.of(percent(bounds.withoutCheck().value(), bounds)),
                runs(level, "pass-by-titles", "passed, and would not by exact title", bounds.hanging()),
                runs(level, "fail-by-titles", "failed, and would pass without the title check", bounds.missed()));
    }

    private static String percent(double share, TitleBounds bounds) {
        return bounds.figure().of() == 0 ? "–" : Shares.percent(share);
    }

    private Cell runs(Level level, String id, String what, List<ScoredRun> runs) {
        String text = Counts.grouped(runs.size());
        String why = level.why(what);
        return runs.isEmpty()
                ? Cell.of(text)
                : Cell.opening(text, new LinkTable.Link(
                        NodeIds.of(id, level.series(), level.wireName()), Counts.of(runs.size(), "run") + ", " + why + ". Opens them.",
                        () -> open.scored(why, runs)));
    }

    /// The bounds of all levels in a line, for beside the success rate; empty text where titles decide nothing.
    static String told(EvaluationResult result) {
        List<String> told = new ArrayList<>();
        for (String series : result.labels()) {
            result.rows().stream()
                    .filter(row -> row.level().series().equals(series))
                    .reduce((_, last) -> last)
                    .map(row -> TitleBounds.of(row.level().summary()))
                    .filter(TitleBounds::isWide)
                    .ifPresent(bounds -> told.add(series + " " + Shares.percent(bounds.byExactTitle().value()) + " to "
                            + Shares.percent(bounds.withoutCheck().value())));
        }
        if (told.isEmpty()) {
            return "";
        }
        String what = "Between exact titles and no title check: ";
        return told.size() > LevelChart.MOST_GROUPED
                ? what + "the table of figures has both bounds."
                : told.stream().collect(Collectors.joining(" · ", what, " (all levels)."));
    }
}
