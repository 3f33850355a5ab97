package org.shoptrace.ui.sandbox;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;

/// The product's page: what is true, and what the agent sees, side by side or one of them.
final class ProductPane extends VBox {
    private final SandboxViewModel model;
    private final CopyText clipboard;
    private final StackPane body = new StackPane();
    private final HBox columns = new HBox();
    private final ToggleButton truth = toggle("show-truth", "What is true");
    private final ToggleButton agent = toggle("show-agent", "What the agent sees");
    private final ToggleButton both = toggle("show-both", "Both");

    ProductPane(SandboxViewModel model, CopyText clipboard) {
        this.model = model;
        this.clipboard = clipboard;
        getStyleClass().add("product-pane");
        columns.getStyleClass().add("product-columns");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head(), body);
        model.product().pageProperty().subscribe(this::show);
    }

    private Node head() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(both, truth, agent);
        both.setSelected(true);
        both.getStyleClass().add("left-pill");
        truth.getStyleClass().add("center-pill");
        agent.getStyleClass().add("right-pill");
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
            show(model.product().pageProperty().get());
        });
        TextField id = new LineField();
        id.setId("product-id");
        id.setPromptText("product id");
        id.setAccessibleText("Id of the product to open");
        id.setOnAction(_ -> model.openProduct(id.getText().strip()));
        KeyCommands.leaveByEnter(id);
        Button open = new Button("Open");
        open.setId("product-open");
        open.setOnAction(_ -> model.openProduct(id.getText().strip()));
        open.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(id, Priority.SOMETIMES);
        HBox byId = new HBox(id, open);
        byId.getStyleClass().add("form-row");
        // With large text the id takes a line of its own.
        Flow head = new Flow(new HBox(both, truth, agent), byId);
        head.getStyleClass().addAll("pane-header", "product-header");
        return head;
    }

    private void show(ProductPage page) {
        body.getChildren().setAll(switch (page) {
            case ProductPage.Nothing _ ->
                new Placeholder(Feather.PACKAGE, "No product is open", "Choose one of the results, or open one by its id above.");
            case ProductPage.Opening(String id) -> new Placeholder(Feather.LOADER, "Opening product " + id, "It is being read.");
            case ProductPage.Unknown(String id) ->
                new Placeholder(
                        Feather.HELP_CIRCLE,
                        "The catalogue has no product “" + id + "”",
                        "A view of it answers nothing. Look at the id for a slip, or search for the product by its words.");
            case ProductPage.Failed(String id, String message) ->
                new Placeholder(Feather.ALERT_TRIANGLE, "Product " + id + " cannot be read", message);
            case ProductPage.Shown(Product product) -> columns(product);
        });
    }

    private Node columns(Product product) {
        columns.getChildren().clear();
        if (!agent.isSelected()) {
            columns.getChildren().add(column("truth", new TruthColumn(product, model, clipboard)));
        }
        if (!truth.isSelected()) {
            columns.getChildren().add(column("agent", new AgentColumn(product, clipboard)));
        }
        return columns;
    }

    private static Node column(String id, Region content) {
        content.setId("product-" + id);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("product-column");
        scroll.setAccessibleText(id.equals("truth") ? "What is true" : "What the agent sees");
        HBox.setHgrow(scroll, Priority.ALWAYS);
        // Both columns start from nothing and share the width alike.
        scroll.setPrefWidth(0);
        return scroll;
    }

    private static ToggleButton toggle(String id, String text) {
        ToggleButton toggle = new ToggleButton(Texts.drawn(text));
        toggle.setId(id);
        return toggle;
    }
}
