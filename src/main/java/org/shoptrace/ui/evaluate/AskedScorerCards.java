package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.chart.Shares;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerAgreement;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.evaluate.LinkTable.Cell;
import org.shoptrace.ui.evaluate.LinkTable.Head;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// The cards of the scorer that take a while to fill, and are filled when somebody asks: published vectors, task files against each other,
/// annotators.
final class AskedScorerCards {
    private final ScorerViewModel model;

    AskedScorerCards(ScorerViewModel model) {
        this.model = model;
    }

    /// The pairs of titles that the similarity decides otherwise than the published vectors.
    Node pairs() {
        VBox card = card("vectors", "Pairs decided otherwise");
        Optional<TitleCalibration> made = model.calibrationProperty().get();
        if (made.isEmpty()) {
            card.getChildren().addAll(
                    Texts.wrapped(
                            "Tasks of a suite may carry the vectors that Qwen3-Embedding-0.6B made of their titles. Every two of those"
                                    + " titles are "
                                    + "compared by both, and the pairs on which they disagree are listed.",
                            "muted", "hint"),
                    ask("calibrate", "Compare with the suite's vectors", model::calibrate));
            return card;
        }
        LinkTable table = new LinkTable();
        table.setId("calibration-levels");
        table.show(
                List.of(
                        Head.number("published"), Head.number("used here"), Head.number("alike on"), Head.number("95 % interval"),
                        Head.number("always no"), Head.number("in-sample"), Head.number("best here"), Head.number("in-sample"),
                        Head.number("disagree")),
                made.get().levels().stream()
                        .map(level -> List.of(
                                Cell.of(two(level.published())), Cell.of(four(level.used().threshold())),
                                Cell.of(level.heldOut().map(out -> Shares.percent(out.agreement().value()) + " %").orElse("–")),
                                Cell.of(level.heldOut().map(out -> interval(out.agreement().interval())).orElse("–")),
                                Cell.of(Shares.percent(level.alwaysNo()) + " %"),
                                Cell.of(Shares.percent(level.used().agreement()) + " %"),
                                Cell.of(four(level.best().threshold())), Cell.of(Shares.percent(level.best().agreement()) + " %"),
                                Cell.of(Counts.grouped(level.disagreeing().size()))))
                        .toList());
        ListView<Told> list = new ListView<>(FXCollections.observableArrayList(made.get().levels().stream()
                .flatMap(level -> level.disagreeing().stream().map(pair -> new Told(level.published(), pair)))
                .toList()));
        list.setId("disagreeing-pairs");
        list.setAccessibleText("Pairs of titles decided otherwise");
        list.setCellFactory(PairCell::new);
        list.setPrefHeight(240);
        card.getChildren().addAll(
                Texts.wrapped(
                        made.get().model() + " over " + Counts.grouped(made.get().pairs().size()) + " pairs of " + made.get().titles()
                                + " titles. \"Alike on\" is cross-validated over titles; in-sample figures are of a threshold on these very"
                                + " pairs.",
                        "muted", "hint"),
                table, list);
        return card;
    }

    /// A pair that is decided otherwise at a published threshold.
    private record Told(double published, TitleCalibration.Pair pair) {}

    private static final class PairCell extends WrappingCell<Told> {
        PairCell(ListView<Told> list) {
            super(list);
        }

        @Override
        protected Region content(Told told) {
            String says = String.format(Locale.ROOT, "At %s: published cosine %s, here %s", two(told.published()),
                    four(told.pair().published()),
                    four(told.pair().tested()));
            VBox box = new VBox(Texts.muted(says), Texts.wrapped(told.pair().a()), Texts.wrapped(told.pair().b()));
            box.getStyleClass().add("pair-row");
            box.setAccessibleText(says + ". " + told.pair().a() + " / " + told.pair().b());
            return box;
        }
    }

    /// What task files share that should be apart.
    Node leaks() {
        VBox card = card("leaks", "Leaks between task files");
        Optional<SplitLeaks> made = model.leaksProperty().get();
        if (!model.hasSplits()) {
            card.getChildren()
                    .add(Texts.wrapped("This workspace has one task file; there is nothing to hold it against.", "muted", "hint"));
        } else if (made.isEmpty()) {
            card.getChildren().addAll(
                    Texts.wrapped(
                            "Queries, target products, their shops and answers that two task files share: what one trained on, the other"
                                    + " tests.",
                            "muted", "hint"),
                    ask("find-leaks", "Hold the task files against each other", model::findLeaks));
        } else if (made.get().leaks().isEmpty()) {
            card.getChildren()
                    .add(Texts.wrapped("No two task files share a query, a target product, a shop or an answer.", "muted", "hint"));
        } else {
            LinkTable table = new LinkTable();
            table.setId("leak-table");
            table.show(
                    List.of(Head.words("file"), Head.words("and"), Head.words("share"), Head.number("values"), Head.number("tasks"),
                            Head.number("of")),
                    made.get().leaks().stream().map(this::row).toList());
            card.getChildren().add(table);
        }
        return card;
    }

    private List<Cell> row(SplitLeaks.Leak leak) {
        List<String> queries = leak.shared().values().stream().flatMap(List::stream).distinct().toList();
        LinkTable.Link link = new LinkTable.Link(
                NodeIds.of("leak", leak.kind().wireName(), leak.a(), leak.b()),
                leak.kind().label() + ": " + Counts.of(leak.tasksA(), "task") + " of " + leak.a() + " shared with " + leak.b()
                        + ". Lists them.",
                () -> model.open().behind(new Behind.Tasks(leak.kind().label() + " shared with " + leak.b(), queries)));
        return List.of(
                Cell.opening(leak.a(), link), Cell.of(leak.b()), Cell.of(leak.kind().label()),
                Cell.of(Counts.grouped(leak.shared().size())),
                Cell.of(Counts.grouped(leak.tasksA())), Cell.of(Counts.grouped(leak.ofA())));
    }

    /// Whether people say of runs what the scorer and the diagnosis say.
    Node annotators(EvaluationResult result) {
        VBox card = card("annotators", "Annotators against the scorer");
        Optional<Judgements> made = model.judgementsProperty().get();
        if (made.isEmpty()) {
            card.getChildren().addAll(
                    Texts.wrapped(
                            "What annotators say of a run is held against the scorer's outcome, and against the computed stage and fault.",
                            "muted", "hint"),
                    ask("read-annotations", "Read the annotations", model::readAnnotations));
            return card;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Scored series : result.series()) {
            made.get().agreements(series.evaluation(), model.facts()).forEach(
                    (of, annotators) -> annotators.forEach(one -> rows.add(row(series.label(), of, one))));
        }
        LinkTable table = new LinkTable();
        table.setId("agreements");
        table.show(
                List.of(
                        Head.words("series"), Head.words("annotator"), Head.words("of"), Head.number("runs"), Head.number("agree"),
                        Head.number("kappa"), Head.number("95 % interval"), Head.number("disagree")),
                rows);
        card.getChildren().add(rows.isEmpty()
                ? Texts.wrapped("Nobody has annotated one of these runs as a whole yet. Annotate runs in Replay.", "muted", "hint")
                : table);
        return card;
    }

    private List<Cell> row(String series, String of, ScorerAgreement one) {
        String why = one.annotator() + " and the scorer differ on the " + of;
        Cell disagree = one.disagreements().isEmpty()
                ? Cell.of("0")
                : Cell.opening(Integer.toString(one.disagreements().size()), new LinkTable.Link(
                        NodeIds.of("disagree", of, one.annotator(), series),
                        Counts.of(one.disagreements().size(), "run") + ": " + why + ". Opens them.",
                        () -> model.open().runs(why, one.disagreements(), disagreement -> RunPlace.anywhere(disagreement.run()))));
        return List.of(
                Cell.of(series), Cell.of(one.annotator()), Cell.of(of), Cell.of(Integer.toString(one.runs())),
                Cell.of(Integer.toString(one.agreed())),
                Cell.of(one.kappa().map(kappa -> two(kappa.value())).orElse("–")),
                Cell.of(one.kappa().map(kappa -> two(kappa.interval().low()) + " to " + two(kappa.interval().high())).orElse("–")),
                disagree);
    }

    private static VBox card(String id, String title) {
        VBox card = new VBox(Texts.heading(title));
        card.setId(id + "-card");
        card.getStyleClass().add("card");
        return card;
    }

    static Button ask(String id, String text, Runnable action) {
        Button button = new Button(Texts.drawn(text), Icons.of(Feather.PLAY));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String interval(ConfidenceInterval interval) {
        return Shares.percent(interval.low()) + " to " + Shares.percent(interval.high());
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String four(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
