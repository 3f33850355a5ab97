package org.shoptrace.ui.annotate;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.shoptrace.core.annotate.Agreement;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.ui.kit.Texts;

/// How far annotators agree, question by question, and where they do not.
final class AgreementPage extends VBox {
    private final AnnotationDeskViewModel model;
    private final Runnable close;
    private final VBox shown = new VBox();

    AgreementPage(AnnotationDeskViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("annotate-form");
        shown.getStyleClass().add("annotate-form");
        shown.setId("agreement");
        Button compute = new Button("Compare annotators");
        compute.setId("compute-agreement");
        compute.setOnAction(_ -> model.computeAgreement());
        getChildren().addAll(
                Texts.wrapped(
                        "Cohen's kappa of every two annotators and Krippendorff's alpha of all, with 95 % intervals, over the runs and"
                                + " tasks that at least"
                                + " two have annotated. Who annotated a run without giving a label said no to it.",
                        "muted"),
                compute,
                shown);
        model.agreementProperty().subscribe(agreement -> agreement.ifPresent(this::show));
    }

    private void show(Agreement agreement) {
        shown.getChildren().clear();
        if (agreement.subjects() == 0) {
            shown.getChildren().add(Texts.wrapped(
                    "No run or task has annotations of two people yet. Import another annotator's file, or open the same workspace on"
                            + " their computer.",
                    "muted"));
            return;
        }
        shown.getChildren().add(Texts.strong(String.format(Locale.ROOT, "%d annotators, %d runs and tasks in common",
                agreement.annotators().size(), agreement.subjects())));
        shown.getChildren().add(table(agreement));
        shown.getChildren().add(Texts.heading(agreement.disagreements().isEmpty() ? "No disagreement" : "Disagreements"));
        for (Agreement.Disagreement disagreement : agreement.disagreements()) {
            shown.getChildren().add(entry(disagreement));
        }
    }

    private static Node table(Agreement agreement) {
        GridPane table = new GridPane();
        table.getStyleClass().add("annotate-table");
        table.addRow(0, Texts.muted("question"), Texts.muted("annotators"), number("subjects"), number("agreed"), number("coefficient"),
                number("95 %"));
        int row = 1;
        for (Agreement.Answered answered : agreement.questions()) {
            table.addRow(
                    row++,
                    Texts.strong(answered.question()),
                    Texts.plain("all, alpha"),
                    number(Integer.toString(answered.subjects())),
                    number(Integer.toString(answered.agreed())),
                    number(figure(answered.alpha())),
                    number(interval(answered.alphaInterval())));
            for (Agreement.Pair pair : answered.pairs()) {
                table.addRow(
                        row++,
                        new Label(),
                        Texts.plain(pair.first() + " – " + pair.second() + ", kappa"),
                        number(Integer.toString(pair.subjects())),
                        number(Integer.toString(pair.agreed())),
                        number(pair.kappa().map(kappa -> figure(OptionalDouble.of(kappa.value()))).orElse("not defined")),
                        number(interval(pair.kappa().map(CohenKappa::interval))));
            }
        }
        return table;
    }

    private Node entry(Agreement.Disagreement disagreement) {
        Hyperlink open = Texts.link(model.words(disagreement.subject()));
        open.setMinWidth(0);
        open.setOnAction(_ -> {
            model.open(disagreement.subject());
            close.run();
        });
        VBox entry = new VBox(open, Texts.muted("on " + String.join(", ", disagreement.questions())));
        disagreement.said().forEach((author, words) -> entry.getChildren().add(Texts.wrapped(author + ": " + words)));
        entry.getStyleClass().add("annotate-entry");
        return entry;
    }

    private static Label number(String text) {
        Label label = Texts.plain(text);
        label.getStyleClass().add("number");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.3f", value.getAsDouble()) : "not defined";
    }

    private static String interval(Optional<ConfidenceInterval> interval) {
        return interval.map(i -> String.format(Locale.ROOT, "%.3f to %.3f", i.low(), i.high())).orElse("");
    }
}
