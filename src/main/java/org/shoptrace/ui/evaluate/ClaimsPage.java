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
import org.shoptrace.core.chart.Chart;
import org.shoptrace.core.chart.IntervalGrid;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.claims.ClaimFigures.Counted;
import org.shoptrace.core.evaluate.claims.ClaimFigures.OfSeries;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// Claims against evidence: of the runs that state something that was checked, how many state something that is not so; by outcome, level,
/// kind and verdict, every wrong claim with its sentence, and how far all that can be relied on.
final class ClaimsPage implements PageView {
    private static final String BY_OUTCOME = "claims-by-outcome";
    private static final String BY_KIND = "claims-by-kind";

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
        model.shownProperty().subscribe(this::draw);
        model.outcomeProperty().addListener((_, _, _) -> draw());
        // A page that is not looked at is in no window.
        page.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.leave();
            } else {
                model.look();
            }
        });
    }

    @Override
    public Region node() {
        return page;
    }

    @Override
    public void show(EvaluationResult result) {
        if (page.getScene() != null) {
            model.look();
        }
        draw();
    }

    private void draw() {
        Optional<EvaluationResult> result = model.resultProperty().get();
        Optional<ClaimFigures> figures = model.shownProperty().get();
        if (result.isPresent() && figures.isPresent()) {
            show(result.get(), figures.get());
        } else {
            head.getChildren().clear();
            cards.getChildren().setAll(Texts.muted("The claims of these runs are being counted."));
        }
    }

    private void show(EvaluationResult result, ClaimFigures figures) {
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
        Region quality = new ClaimQualityCard(ClaimQuality.measured(), exports);
        if (figures.series().stream().allMatch(series -> series.of(Outcome.ALL).wrong().check().diagnosed() == 0)) {
            cards.getChildren().setAll(Texts.wrapped(
                    "What these runs claim has not been checked yet. The diagnosis works through a workspace once its catalogue is open;"
                            + " what it finds appears here.",
                    "muted"), quality);
            return;
        }
        wrong.show(result, figures);
        cards.getChildren().setAll(byOutcome(result, figures), counted(result, figures), whose(), wrong, charts(result, figures), quality);
    }

    private Region whose() {
        FlowPane whose = new FlowPane(Texts.muted("Below, claims of"));
        whose.getStyleClass().add("page-choices");
        whose.getChildren().addAll(Choices.of(
                List.of(Outcome.values()), model.outcomeProperty(), i -> "claims-of-" + Outcome.values()[i].wireName(),
                outcome -> outcome.label().toLowerCase(Locale.ROOT)));
        return whose;
    }

    private Region byOutcome(EvaluationResult result, ClaimFigures figures) {
        List<Row> rows = Stream.of(Outcome.values())
                .map(outcome -> new Row(
                        outcome.wireName(), outcome.label(), NOT_SO, series -> Optional.of(series.of(outcome).wrong())))
                .toList();
        Label relied = Texts.wrapped(ClaimQuality.measured().summary(), "muted");
        relied.setId("claim-quality-summary");
        Card card = new Card(BY_OUTCOME, "Runs that " + NOT_SO, "of the runs with a checked claim, 95 % intervals");
        return drawn(card, result, figures, rows, relied);
    }

    /// Of the runs that are chosen.
    private Region charts(EvaluationResult result, ClaimFigures figures) {
        Outcome outcome = model.outcomeProperty().get();
        List<Row> kinds = figures.kinds(outcome).stream()
                .map(kind -> new Row(
                        kind.wireName(), kind.label(), NOT_SO, series -> Optional.ofNullable(series.of(outcome).kinds().get(kind))))
                .toList();
        List<Row> verdicts = ClaimCheck.DOUBTFUL.stream()
                .map(verdict -> new Row(
                        verdict.wireName(), verdict.label(), words(verdict),
                        series -> Optional.ofNullable(series.of(outcome).verdicts().get(verdict))))
                .toList();
        List<Row> levels = result.levels().stream()
                .map(level -> new Row(
                        level.wireName(), level.label(), NOT_SO, series -> Optional.ofNullable(series.of(outcome).levels().get(level))))
                .toList();
        Card byKind = new Card(BY_KIND, "By kind of claim", "of the runs with a checked claim of the kind");
        Card byVerdict = new Card("claims-by-verdict", "By what is wrong with them", "never shown may be so, and is not wrong");
        Card byLevel = new Card("claims-by-level", "By intent level", "runs that " + NOT_SO);
        GridPane charts = new GridPane();
        charts.getStyleClass().add("page-grid");
        Pages.fill(
                charts,
                List.of(
                        kinds.isEmpty() ? nothing(byKind) : drawn(byKind, result, figures, kinds),
                        drawn(byVerdict, result, figures, verdicts), drawn(byLevel, result, figures, levels)),
                result.series().size() <= 2 ? 2 : 1);
        return charts;
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

    /// A card with a chart.
    ///
    /// @param name of its files, and part of its ids
    private record Card(String name, String title, String note) {}

    /// A row of a chart: what is counted of a series.
    ///
    /// @param key  part of the ids of its bars
    /// @param does what the runs do that are counted
    /// @param of   empty where the series has nothing of the sort
    private record Row(String key, String label, String does, Function<OfSeries, Optional<Counted>> of) {}

    private Region drawn(Card card, EvaluationResult result, ClaimFigures figures, List<Row> rows, Label... below) {
        List<IntervalGrid.Row> drawn = new ArrayList<>();
        for (Row row : rows) {
            List<Optional<IntervalGrid.Cell>> cells = new ArrayList<>();
            for (int i = 0; i < result.series().size(); i++) {
                String series = result.series().get(i).label();
                cells.add(row.of().apply(figures.series().get(i)).map(counted -> cell(card, series, row, counted)));
            }
            drawn.add(new IntervalGrid.Row(row.label(), cells, List.of()));
        }
        double top = Shares.top(drawn.stream()
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .flatMapToDouble(cell -> DoubleStream.of(Chart.high(cell.interval(), cell.value()))));
        ChartPane grid = new ChartPane(card.name(), card.title());
        grid.show(new IntervalGrid(result.labels(), drawn, top), openings);
        Node[] content = Stream.concat(Stream.of(grid), Stream.of(below)).toArray(Node[]::new);
        ChartCard shown = new ChartCard(card.name(), card.title(), exports, content)
                .note(card.note())
                .chosen("claims about", model.aboutProperty().get().label().toLowerCase(Locale.ROOT))
                .chosen("of", model.outcomeProperty().get().label().toLowerCase(Locale.ROOT));
        return inReport(card).map(shown::inReport).orElse(shown);
    }

    /// The report has claims about what is recommended, by outcome and, of all runs, by kind.
    private Optional<String> inReport(Card card) {
        boolean byKind = card.name().equals(BY_KIND);
        return model.aboutProperty().get() == About.RECOMMENDED
                && (card.name().equals(BY_OUTCOME) || byKind && model.outcomeProperty().get() == Outcome.ALL)
                        ? Optional.of(byKind ? "claims_by_kind_chart" : "claims_chart")
                        : Optional.empty();
    }

    private Region nothing(Card card) {
        Label none = Texts.wrapped("No claim was checked in these runs, so there is nothing to tell apart.", "muted");
        none.setId(card.name() + "-none");
        return new ChartCard(card.name(), card.title(), exports, none);
    }

    private IntervalGrid.Cell cell(Card card, String series, Row row, Counted counted) {
        boolean none = counted.share().isOfNothing();
        String what = series + ", " + row.label() + ", " + counted.check().outcome().label().toLowerCase(Locale.ROOT);
        String name = none
                ? what + ": " + (counted.check().claiming().isEmpty() ? counted.check().whyNothing() : "no such claim was checked")
                : String.format(Locale.ROOT, "%s: %s with a checked claim %s, %s %%%s; %s. Opens them.", what, counted.sample(), row.does(),
                        Shares.percent(counted.estimate().value()), counted.interval(),
                        Counts.of(counted.share().claims(), "checked claim"));
        return new IntervalGrid.Cell(
                none ? Double.NaN : counted.estimate().value(),
                counted.estimate().spread(),
                none ? "–" : Shares.percent(counted.estimate().value()),
                none
                        ? "no claim checked in " + counted.check().diagnosed()
                        : counted.runs() + " · " + Counts.of(counted.share().claims(), "claim"),
                counted.estimate().of() < Breakdown.FEW,
                openings.datum(
                        NodeIds.of(card.name(), row.key(), series), name,
                        () -> model.open().scored(series + " · " + row.label() + " · " + row.does(), counted.share().hits())));
    }

    /// The numbers behind the shares, each of which opens its runs.
    private Region counted(EvaluationResult result, ClaimFigures figures) {
        LinkTable table = new LinkTable();
        table.setId("claims-counted");
        List<List<LinkTable.Cell>> rows = new ArrayList<>();
        for (int i = 0; i < result.series().size(); i++) {
            String series = result.series().get(i).label();
            for (Outcome outcome : Outcome.values()) {
                Counted counted = figures.series().get(i).of(outcome).wrong();
                ClaimCheck.Share share = counted.share();
                rows.add(List.of(
                        LinkTable.Cell.of(outcome == Outcome.ALL ? series : ""),
                        LinkTable.Cell.of(outcome.label()),
                        LinkTable.Cell.of(Counts.grouped(share.claims())),
                        LinkTable.Cell.of(Counts.grouped(share.found())),
                        runs("wrong", "with a wrong claim", series, outcome, share.hits()),
                        runs("checked", "with a checked claim", series, outcome, share.checked()),
                        runs("silent", "without a checked claim", series, outcome, counted.check().silent()),
                        LinkTable.Cell.of(share.isOfNothing() ? counted.check().whyNothing() : share(counted))));
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

    /// `15.8 % (10.6–22.9)`; over tasks where these have several runs.
    private static String share(Counted counted) {
        int tasks = counted.estimate().of();
        return Shares.percent(counted.estimate().value()) + " %"
                + counted.estimate().spread().map(i -> " (" + Shares.percent(i.low()) + "–" + Shares.percent(i.high()) + ")")
                        .orElseGet(() -> " (" + counted.estimate().withoutSpread() + ")")
                + (counted.estimate().sample().runs() > tasks ? ", mean over " + Counts.of(tasks, "task") : "");
    }

    private LinkTable.Cell runs(String what, String words, String series, Outcome outcome, List<ScoredRun> runs) {
        String text = Counts.grouped(runs.size());
        if (runs.isEmpty()) {
            return LinkTable.Cell.of(text);
        }
        String why = series + " · " + outcome.label().toLowerCase(Locale.ROOT) + " " + words;
        return LinkTable.Cell.opening(text, new LinkTable.Link(
                NodeIds.of("claims", what, outcome.wireName(), series), why + ": " + text + ". Opens them.",
                () -> model.open().scored(why, runs)));
    }
}
