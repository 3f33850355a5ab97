package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// Claims against evidence: of the runs that state something that was checked, how many state something that is not so; by outcome, level,
/// kind and verdict, every wrong claim with its sentence, and how far all that can be relied on.
final class ClaimsPage implements PageView {
    private static final String NOT_SO = "state something that is not so";

    private final ClaimsViewModel model;
    private final ExportViewModel exports;
    private final FlowPane head = new FlowPane();
    private final VBox cards = new VBox();
    private final WrongClaimsCard wrong;
    private final Openings openings = new Openings();
    private final ScrollPane page;

    ClaimsPage(ClaimsViewModel model, ExportViewModel exports) {
        this.model = model;
        this.exports = exports;
        wrong = new WrongClaimsCard(model);
        head.getStyleClass().add("page-choices");
        cards.getStyleClass().add("page-column");
        page = Pages.scrolling("claims", new VBox(head, cards));
        model.aboutProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
        model.outcomeProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        openings.forget();
        head.getChildren().setAll(Texts.muted("Claims about"));
        head.getChildren().addAll(Choices.of(
                List.of(About.values()), model.aboutProperty(), i -> "claims-about-" + About.values()[i].wireName(),
                about -> about.label().toLowerCase(Locale.ROOT)));
        long unknown = model.undiagnosed(result);
        if (unknown > 0) {
            Label open = Texts.muted(Counts.of(unknown, "run") + (unknown == 1 ? " is" : " are") + " not diagnosed and not counted here");
            open.setId("claims-unknown");
            head.getChildren().add(open);
        }
        if (unknown == result.series().stream().mapToLong(series -> series.evaluation().overall().runs().size()).sum()) {
            cards.getChildren().setAll(Texts.wrapped(
                    "What these runs claim has not been checked yet. The diagnosis works through a workspace once its catalogue is open;"
                            + " what it finds appears here.",
                    "muted"), new ClaimQualityCard(ClaimQuality.measured(), exports));
            return;
        }
        FlowPane whose = new FlowPane(Texts.muted("Below, claims of"));
        whose.getStyleClass().add("page-choices");
        whose.getChildren().addAll(Choices.of(
                List.of(Outcome.values()), model.outcomeProperty(), i -> "claims-of-" + Outcome.values()[i].wireName(),
                outcome -> outcome.label().toLowerCase(Locale.ROOT)));
        GridPane charts = new GridPane();
        charts.getStyleClass().add("page-grid");
        Pages.fill(charts, List.of(byKind(result), byVerdict(result), byLevel(result)), result.series().size() <= 2 ? 2 : 1);
        wrong.show(result);
        cards.getChildren().setAll(
                byOutcome(result), counted(result), whose, wrong, charts, new ClaimQualityCard(ClaimQuality.measured(), exports));
    }

    private Region byOutcome(EvaluationResult result) {
        List<Row> rows = Stream.of(Outcome.values())
                .map(outcome -> new Row(
                        outcome.wireName(), outcome.label(),
                        series -> Optional.of(model.check(series.evaluation().overall(), outcome)).map(Part::wrong)))
                .toList();
        Label relied = Texts.wrapped(ClaimQuality.measured().summary(), "muted");
        relied.setId("claim-quality-summary");
        return card("claims-by-outcome", "Runs that " + NOT_SO, "of the runs with a checked claim, Wilson 95 %", result, rows, relied);
    }

    private Region byKind(EvaluationResult result) {
        List<Row> rows = model.kinds(result).stream()
                .map(kind -> new Row(
                        kind.wireName(), kind.label(),
                        series -> model.check(series, Optional.empty()).map(check -> new Part(check, check.wrong(kind), NOT_SO))))
                .toList();
        return rows.isEmpty()
                ? nothing("claims-by-kind", "By kind of claim")
                : card("claims-by-kind", "By kind of claim", "of the runs with a checked claim of the kind", result, rows);
    }

    private Region byVerdict(EvaluationResult result) {
        List<Row> rows = ClaimCheck.DOUBTFUL.stream()
                .map(verdict -> new Row(
                        verdict.wireName(), verdict.label(),
                        series -> model.check(series, Optional.empty())
                                .map(check -> new Part(check, check.of(verdict), words(verdict)))))
                .toList();
        return card("claims-by-verdict", "By what is wrong with them", "never shown may be so, and is not wrong", result, rows);
    }

    private Region byLevel(EvaluationResult result) {
        List<Row> rows = result.levels().stream()
                .map(level -> new Row(
                        level.wireName(), level.label(), series -> model.check(series, Optional.of(level)).map(Part::wrong)))
                .toList();
        return card("claims-by-level", "By intent level", "runs that " + NOT_SO, result, rows);
    }

    private static String words(Claim.Verdict verdict) {
        return switch (verdict) {
            case OTHER_PRODUCT -> "state what is true of another product";
            case CONTRADICTED -> "state what they were shown to be otherwise";
            case FALSE -> "state what the catalogue or arithmetic says is otherwise";
            case UNOBSERVED -> "state what nothing shown supports";
            case OBSERVED -> "state what they were shown";
        };
    }

    /// A row of a chart: what is counted of a series.
    ///
    /// @param key part of the ids of its bars
    private record Row(String key, String label, Function<Scored, Optional<Part>> of) {}

    /// A share, whose it is, and what its runs do.
    private record Part(ClaimCheck check, ClaimCheck.Share share, String does) {
        static Part wrong(ClaimCheck check) {
            return new Part(check, check.wrong(), NOT_SO);
        }
    }

    private Region card(String name, String title, String note, EvaluationResult result, List<Row> rows, Label... below) {
        List<IntervalGrid.Row> drawn = new ArrayList<>();
        for (Row row : rows) {
            drawn.add(new IntervalGrid.Row(
                    row.label(),
                    result.series().stream().map(series -> row.of().apply(series).map(part -> cell(name, series, row, part))).toList(),
                    List.of()));
        }
        ChartPane grid = new ChartPane(name, title);
        double top = Shares.top(drawn.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .flatMapToDouble(cell -> DoubleStream.of(cell.interval().map(ConfidenceInterval::high).orElse(0.0))));
        grid.show(new IntervalGrid(result.labels(), drawn, top), openings);
        return new ChartCard(name, title, exports, Stream.concat(Stream.of(grid), Stream.of(below)).toArray(Node[]::new)).note(note);
    }

    private Region nothing(String name, String title) {
        Label none = Texts.wrapped("No claim was checked in these runs, so there is nothing to tell apart.", "muted");
        none.setId(name + "-none");
        return new ChartCard(name, title, exports, none);
    }

    private IntervalGrid.Cell cell(String chart, Scored series, Row row, Part part) {
        ClaimCheck.Share share = part.share();
        Rate rate = share.rate();
        boolean none = share.isOfNothing();
        String what = series.label() + ", " + row.label() + ", " + part.check().outcome().label().toLowerCase(Locale.ROOT);
        String name = none
                ? what + ": " + (part.check().claiming().isEmpty() ? part.check().sentence() : "no such claim was checked")
                : "%s: %d of %d with a checked claim %s, %s %%; %s. Opens them.".formatted(
                        what, rate.hits(), rate.of(), part.does(), Shares.percent(rate.value()),
                        Counts.of(share.claims(), "checked claim"));
        return new IntervalGrid.Cell(
                none ? Double.NaN : rate.value(),
                none ? Optional.empty() : Optional.of(new ConfidenceInterval(rate.low(), rate.high())),
                none ? "–" : Shares.percent(rate.value()),
                none
                        ? "no claim checked in " + part.check().diagnosed()
                        : rate.hits() + " of " + rate.of() + " · "
                                + Counts.of(share.claims(), "claim"),
                rate.of() < Breakdown.FEW,
                openings.datum(
                        NodeIds.of(chart, row.key(), series.label()), name,
                        () -> model.open().scored(series.label() + " · " + row.label() + " · " + part.does(), share.hits())));
    }

    /// The numbers behind the shares, each of which opens its runs, and the sentence to quote.
    private Region counted(EvaluationResult result) {
        LinkTable table = new LinkTable();
        table.setId("claims-counted");
        List<List<LinkTable.Cell>> rows = new ArrayList<>();
        for (Scored series : result.series()) {
            for (Outcome outcome : Outcome.values()) {
                ClaimCheck check = model.check(series.evaluation().overall(), outcome);
                ClaimCheck.Share share = check.wrong();
                rows.add(List.of(
                        LinkTable.Cell.of(outcome == Outcome.ALL ? series.label() : ""),
                        LinkTable.Cell.of(outcome.label()),
                        LinkTable.Cell.of(Counts.grouped(share.claims())),
                        LinkTable.Cell.of(Counts.grouped(share.found())),
                        runs("wrong", series, check, "with a wrong claim", share.hits().stream().map(run -> run.id()).toList()),
                        runs("checked", series, check, "with a checked claim", share.checked().stream().map(run -> run.id()).toList()),
                        runs("silent", series, check, "without a checked claim", check.silent().stream().map(run -> run.id()).toList()),
                        LinkTable.Cell.of(share.isOfNothing() ? check.sentence() : ClaimQualityCard.share(share.rate()))));
            }
        }
        table.show(
                List.of(
                        LinkTable.Head.words("Model"), LinkTable.Head.words("Runs"), LinkTable.Head.number("Claims"),
                        LinkTable.Head.number("Wrong"), LinkTable.Head.number("Runs with a wrong one"),
                        LinkTable.Head.number("Runs with any"), LinkTable.Head.number("Runs with none"),
                        LinkTable.Head.words("Share with a wrong one, 95 %")),
                rows);
        ScrollPane scroll = new ScrollPane(table);
        scroll.getStyleClass().add("inner-scroll");
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(Region.USE_PREF_SIZE);
        return new ChartCard("claims-counts", "Counted", exports, scroll)
                .note("each number opens its runs; a run without a checked claim is in no share");
    }

    private LinkTable.Cell runs(
            String what, Scored series, ClaimCheck check, String words, List<RunId> runs) {
        String text = Counts.grouped(runs.size());
        if (runs.isEmpty()) {
            return LinkTable.Cell.of(text);
        }
        String why = series.label() + " · " + check.outcome().label().toLowerCase(Locale.ROOT) + " " + words;
        return LinkTable.Cell.opening(text, new LinkTable.Link(
                NodeIds.of("claims", what, check.outcome().wireName(), series.label()), why + ": " + text + ". Opens them.",
                () -> model.open().runs(why, runs)));
    }
}
