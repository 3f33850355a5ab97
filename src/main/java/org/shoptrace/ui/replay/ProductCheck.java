package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.shoptrace.model.score.ConstraintVerdict;
import org.shoptrace.model.score.ProductScore;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.kit.Texts;

/// One request of the task against the product recommended for it: the two ids, and every constraint, satisfied or not and why.
final class ProductCheck extends VBox {
    private final ProductScore score;
    private final int number;
    private final Navigator navigator;
    private final CopyText clipboard;

    /// @param number the request's place in the task, from 1
    /// @param of     how many requests the task has
    ProductCheck(ProductScore score, int number, int of, Navigator navigator, CopyText clipboard) {
        this.score = score;
        this.number = number;
        this.navigator = navigator;
        this.clipboard = clipboard;
        setId("product-check-" + number);
        getStyleClass().addAll("section", "product-check");
        getChildren().addAll(header(of), ids());
        score.product().ifPresent(product -> getChildren().add(
                Texts.wrapped(product.title() + " · " + Money.peso(product.price()) + " · shop " + product.shopId(), "muted")));
        VBox constraints = new VBox();
        constraints.getStyleClass().add("verdicts");
        for (ConstraintVerdict verdict : score.constraints()) {
            constraints.getChildren().add(constraint(verdict, constraints.getChildren().size() + 1));
        }
        if (constraints.getChildren().isEmpty()) {
            getChildren().add(Texts.muted("The task states no constraint for it"));
        } else {
            getChildren().addAll(tally(), constraints);
        }
    }

    private Node header(int of) {
        HBox header = new HBox(Texts.heading(of == 1 ? "Product" : "Product %d of %d".formatted(number, of)), recommendation());
        header.getStyleClass().add("section-head");
        return header;
    }

    private Chip recommendation() {
        if (score.target()) {
            return new Chip("the target", Chip.Tone.GOOD);
        }
        if (score.productId().isBlank()) {
            return new Chip("nothing recommended", Chip.Tone.BAD);
        }
        return score.product().isEmpty()
                ? new Chip("not in the catalogue", Chip.Tone.DOUBT)
                : new Chip("another product", Chip.Tone.NEUTRAL);
    }

    private Node ids() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("id-grid");
        grid.addRow(0, role("Target"), id(score.reward().productId(), "target"));
        if (!score.productId().isBlank()) {
            grid.addRow(1, role("Recommended"), id(score.productId(), "recommended"));
        }
        return grid;
    }

    private static Label role(String name) {
        Label role = Texts.muted(name);
        role.setMinWidth(USE_PREF_SIZE);
        return role;
    }

    private Label tally() {
        long met = score.constraints().stream().filter(ConstraintVerdict::satisfied).count();
        return Texts.muted("%d of %d constraints met · rule %s"
                .formatted(met, score.constraints().size(), ScoreText.figure(score.rule())));
    }

    private HBox id(String productId, String role) {
        Hyperlink open = new Hyperlink(productId);
        open.setId("%s-%d".formatted(role, number));
        open.getStyleClass().add("code");
        open.setTooltip(new Tooltip("Open in Sandbox"));
        open.setOnAction(_ -> navigator.openProduct(productId));
        var copy = Icons.button(Feather.COPY, "Copy this id", () -> clipboard.copy(productId));
        copy.setId("copy-%s-%d".formatted(role, number));
        copy.getStyleClass().add("tight");
        HBox line = new HBox(open, copy);
        line.getStyleClass().add("product-id-line");
        return line;
    }

    private Node constraint(ConstraintVerdict verdict, int place) {
        FontIcon sign = Icons.of(verdict.satisfied() ? Feather.CHECK : Feather.X);
        sign.getStyleClass().add(verdict.satisfied() ? "met" : "missed");
        Label expected = Texts.wrapped(verdict.kind().label() + "  " + expected(verdict), "constraint-expected");
        VBox texts = new VBox(expected);
        HBox.setHgrow(texts, Priority.ALWAYS);
        List<String> detail = new ArrayList<>();
        if (!verdict.actual().isEmpty() && !verdict.actual().equals(verdict.expected())) {
            detail.add("has " + actual(verdict));
        }
        detail.add(verdict.reason());
        texts.getChildren().add(Texts.wrapped(String.join(" — ", detail), "muted", "small-text"));
        HBox row = new HBox(sign, texts);
        row.setId("constraint-%d-%d".formatted(number, place));
        row.getStyleClass().add("constraint");
        row.setAccessibleText("%s: %s, %s, %s"
                .formatted(verdict.kind().label(), verdict.expected(), verdict.satisfied() ? "met" : "missed", verdict.reason()));
        return row;
    }

    private static String expected(ConstraintVerdict verdict) {
        return verdict.expected().isEmpty() ? "not stated" : verdict.expected();
    }

    private String actual(ConstraintVerdict verdict) {
        return verdict.kind() == ConstraintVerdict.Kind.PRICE
                ? score.product().map(product -> Money.peso(product.price())).orElse(verdict.actual())
                : verdict.actual();
    }
}
