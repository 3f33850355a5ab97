package org.shoptrace.ui.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.score.Assessment;
import org.shoptrace.model.score.BasketVerdict;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// What both recommended at last, held against the task: scores, and every constraint of both.
final class ResultPane extends VBox {
    private static final int SHORT = 40;

    private final GridPane table = new GridPane();
    private int line;

    ResultPane(CompareState.Compared compared) {
        getStyleClass().add("compare-results");
        setId("compare-results");
        getChildren().add(Texts.heading("What they came to"));
        gap(compared.a()).ifPresent(getChildren()::add);
        gap(compared.b()).ifPresent(getChildren()::add);
        table.getStyleClass().add("compare-table");
        for (int i = 0; i < 3; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(i == 0 ? 40 : 30);
            column.setHgrow(Priority.ALWAYS);
            table.getColumnConstraints().add(column);
        }
        row(
                Texts.muted(""),
                Texts.wrapped(FirstWords.name(compared.comparison(), true), "strong"),
                Texts.wrapped(FirstWords.name(compared.comparison(), false), "strong"));
        scores(compared.a().assessment(), compared.b().assessment());
        constraints(compared.a().assessment(), compared.b().assessment());
        getChildren().add(table);
    }

    private static Optional<Node> gap(CompareState.Side side) {
        return side.gap().isEmpty() ? Optional.empty() : Optional.of(Texts.wrapped(side.summary().model() + ": " + side.gap(), "muted"));
    }

    private void scores(Optional<Assessment> a, Optional<Assessment> b) {
        Optional<Assessment> any = a.or(() -> b);
        any.ifPresent(assessment -> assessment.score().values().keySet().forEach(column -> row(score(column),
                figure(a.map(x -> x.score().value(column))), figure(b.map(x -> x.score().value(column))))));
    }

    private static Label score(Column column) {
        Label name = Texts.wrapped(column.label(), "muted");
        name.setTooltip(Texts.tip(column.tip()));
        return name;
    }

    private static Label figure(Optional<Double> value) {
        return Texts.plain(value.map(figure -> String.format(Locale.ROOT, "%.2f", figure)).orElse("—"));
    }

    private void constraints(Optional<Assessment> a, Optional<Assessment> b) {
        Optional<Assessment> any = a.or(() -> b);
        if (any.isEmpty()) {
            return;
        }
        for (int i = 0; i < any.get().products().size(); i++) {
            int reward = i;
            Optional<ProductScore> first = a.map(x -> x.products().get(reward));
            Optional<ProductScore> second = b.map(x -> x.products().get(reward));
            ProductScore asked = first.or(() -> second).orElseThrow();
            row(Texts.strong(any.get().products().size() == 1 ? "Recommended" : "Product " + (i + 1)), chosen(first), chosen(second));
            for (int j = 0; j < asked.constraints().size(); j++) {
                int constraint = j;
                row(
                        expected(asked.constraints().get(j)),
                        verdict(first.map(p -> p.constraints().get(constraint))),
                        verdict(second.map(p -> p.constraints().get(constraint))));
            }
        }
        List<BasketVerdict.Check> checks = any.get().basket().map(BasketVerdict::checks).orElse(List.of());
        for (BasketVerdict.Check check : checks) {
            row(Texts.wrapped(check.kind().label(), "muted"), basket(a, check.kind()), basket(b, check.kind()));
        }
    }

    private static Label expected(ConstraintVerdict constraint) {
        Label label = Texts.wrapped(FirstWords.shortened(constraint.expected(), 2 * SHORT), "muted");
        label.setTooltip(Texts.tip(constraint.expected()));
        return label;
    }

    private static Label chosen(Optional<ProductScore> product) {
        return Texts.wrapped(
                product.map(p -> p.productId().isEmpty() ? "none" : p.productId() + (p.target() ? ", the target" : "")).orElse("—"));
    }

    private static Label verdict(Optional<ConstraintVerdict> verdict) {
        return verdict.map(v -> {
            String missed = v.actual().isEmpty() ? "not there" : FirstWords.shortened(v.actual(), SHORT);
            Label label = met(v.satisfied(), v.satisfied() ? "met" : missed);
            label.setTooltip(Texts.tip(v.reason() + (v.actual().isEmpty() ? "" : ": " + v.actual())));
            return label;
        })
                .orElseGet(() -> Texts.plain("—"));
    }

    private static Label basket(Optional<Assessment> assessment, BasketVerdict.Kind kind) {
        return assessment.flatMap(Assessment::basket)
                .map(basket -> met(basket.satisfied(kind), basket.satisfied(kind) ? "met" : "missed"))
                .orElseGet(() -> Texts.plain("—"));
    }

    private static Label met(boolean met, String words) {
        Label label = Texts.wrapped(words, met ? "met-words" : "missed-words");
        label.setGraphic(Icons.of(met ? Feather.CHECK : Feather.X));
        return label;
    }

    private void row(Label... cells) {
        table.addRow(line++, cells);
    }
}
