package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.ui.kit.Texts;

/// How far the verdicts on claims can be relied on: what the rules get right of the sentences that people labelled.
final class ClaimQualityCard extends VBox {
    ClaimQualityCard(ClaimQuality quality, ExportViewModel exports) {
        LinkTable table = new LinkTable();
        table.setId("claim-quality");
        List<List<LinkTable.Cell>> rows = new ArrayList<>();
        rows.add(row("All kinds", quality.all()));
        quality.byKind().forEach((kind, counts) -> rows.add(row(ClaimQuality.label(kind), counts)));
        table.show(
                List.of(
                        LinkTable.Head.words("Kind of claim"), LinkTable.Head.number("Wrong ones found"),
                        LinkTable.Head.number("Rightly called wrong"), LinkTable.Head.number("True ones called wrong")),
                rows);
        Label said = Texts.wrapped(quality.sentence(), "muted");
        said.setId("claim-quality-set");
        getChildren().setAll(new ChartCard("claim-rules", "How far to rely on this", exports, said, table)
                .note("recall, precision and false alarms of the rules, Wilson 95 %"));
    }

    private static List<LinkTable.Cell> row(String kind, ClaimQuality.Counts counts) {
        return List.of(
                LinkTable.Cell.of(kind), LinkTable.Cell.of(rate(counts.recall())), LinkTable.Cell.of(rate(counts.precision())),
                LinkTable.Cell.of(rate(counts.falseAlarms())));
    }

    /// `84.0 % (72.1–91.3), 42 of 50`; a dash where there is nothing to be a share of.
    static String rate(Rate rate) {
        return rate.of() == 0 ? "–" : share(rate) + ", " + rate.hits() + " of " + rate.of();
    }

    /// `84.0 % (72.1–91.3)`, of something.
    static String share(Rate rate) {
        return String.format(Locale.ROOT, "%.1f %% (%.1f–%.1f)", 100 * rate.value(), 100 * rate.low(), 100 * rate.high());
    }
}
