package org.shoptrace.ui.tasks;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.task.Reward;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.ProductCard;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.tasks.Target.Truth;

/// One target: what the task asks of it, and the true product beside it.
final class TargetPane extends VBox {
    private final Consumer<String> openProduct;
    private final GridPane constraints = new GridPane();

    /// @param number counted from 1, in the order of the query
    TargetPane(int number, Target target, Consumer<String> openProduct) {
        this.openProduct = openProduct;
        setId("target-" + number);
        getStyleClass().addAll("card", "target");
        constraints.getStyleClass().add("constraints");
        fill(target.reward());
        VBox asked = new VBox(constraints);
        HBox.setHgrow(asked, Priority.ALWAYS);
        VBox truth = new VBox(truth(target));
        truth.getStyleClass().add("target-truth");
        HBox sides = new HBox(asked, truth);
        sides.getStyleClass().add("target-sides");
        getChildren().addAll(head(number, target.reward()), sides);
    }

    private Node head(int number, Reward reward) {
        Hyperlink id = Texts.link(reward.productId());
        id.setId("open-target-" + number);
        id.setAccessibleText("Open product " + reward.productId());
        id.getStyleClass().add("code");
        id.setOnAction(_ -> openProduct.accept(reward.productId()));
        HBox head = new HBox(Texts.strong("Product " + number), id);
        head.getStyleClass().add("target-head");
        return head;
    }

    private void fill(Reward reward) {
        reward.titles().forEach(title -> row("Title like", Texts.wrapped(title)));
        if (!reward.prices().isEmpty()) {
            row("Price", chips(reward.prices().stream().map(Money::range)));
        }
        if (!reward.services().isEmpty()) {
            row("Services", chips(reward.services().stream().map(Chip::serviceLabel)));
        }
        if (!reward.skuOptions().isEmpty()) {
            row("Variant", chips(reward.skuOptions().stream().flatMap(options -> options.entrySet().stream()
                    .map(pair -> pair.getKey() + ": " + pair.getValue()))));
        }
        if (!reward.attributes().isEmpty()) {
            row("Attributes", chips(reward.attributes().stream().flatMap(pairs -> pairs.entrySet().stream()
                    .flatMap(pair -> pair.getValue().stream().map(value -> pair.getKey() + ": " + value)))));
        }
        if (constraints.getRowCount() == 0) {
            row("Asks for", Texts.muted("no constraint: only the product itself counts"));
        }
    }

    private void row(String name, Node value) {
        Label label = Texts.muted(name);
        label.getStyleClass().add("constraint-name");
        GridPane.setHgrow(value, Priority.ALWAYS);
        GridPane.setValignment(label, VPos.TOP);
        constraints.addRow(constraints.getRowCount(), label, value);
    }

    private static Node chips(Stream<String> texts) {
        List<Label> labels = texts.map(TargetPane::chip).toList();
        FlowPane chips = new FlowPane();
        chips.getStyleClass().add("chips");
        chips.getChildren().addAll(labels);
        return chips;
    }

    /// A pair may be longer than the pane is wide; it then wraps instead of being cut.
    private static Label chip(String text) {
        Chip chip = new Chip(text, Chip.Tone.ACCENT);
        chip.setMinWidth(0);
        chip.setWrapText(true);
        return chip;
    }

    private Node truth(Target target) {
        return switch (target.truth()) {
            case Truth.Known(Product product) ->
                new ProductCard(Observation.Hit.of(product)).opening(() -> openProduct.accept(product.productId()));
            case Truth.Looking _ -> Texts.muted("Looking it up");
            case Truth.Missing _ -> new Chip("not in the catalogue", Chip.Tone.BAD);
            case Truth.NoCatalogue _ -> target.reward().record()
                    .<Node>map(record -> new ProductCard(Observation.Hit.of(record)))
                    .orElseGet(() -> Texts.wrapped("No catalogue is open to show the true product", "muted"));
            case Truth.Failed(String message) -> Texts.wrapped(message, "muted");
        };
    }
}
