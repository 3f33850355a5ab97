package org.shoptrace.ui.sandbox;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.catalog.ProductCodec;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.ui.kit.Chip;
import org.shoptrace.ui.kit.CopyButton;
import org.shoptrace.ui.kit.CopyText;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.FactTable;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Money;
import org.shoptrace.ui.kit.ProductFacts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;
import org.shoptrace.ui.kit.control.Crumbs;

/// Everything that is true of a product, in the order of how an agent can come to know it: by a search, by a view, never.
final class TruthColumn extends VBox {
    private final Product product;
    private final CopyText clipboard;
    private final SandboxViewModel model;

    TruthColumn(Product product, SandboxViewModel model, CopyText clipboard) {
        this.product = product;
        this.model = model;
        this.clipboard = clipboard;
        getStyleClass().add("product-page");
        getChildren().addAll(
                Texts.heading("What is true"),
                group(Feather.EYE, "Shown by a search", summary(), ids(), place()),
                group(Feather.EYE, "Shown by a view", new ProductFacts(Observation.Detail.of(product))),
                group(Feather.EYE_OFF, "Never shown to an agent", hidden(), ProductFacts.text("Specification", product.specification())));
    }

    private Node summary() {
        Label title = Texts.wrapped(product.title(), "title");
        Label price = Texts.strong(Money.peso(product.price()));
        price.getStyleClass().add("price");
        FlowPane services = new FlowPane();
        services.getStyleClass().add("chips");
        services.getChildren().addAll(product.services().stream().map(Chip::service).toList());
        if (product.services().isEmpty()) {
            services.getChildren().add(Texts.muted("No services"));
        }
        FlowPane figures = new FlowPane(price, Texts.muted(Counts.grouped(product.soldCount()) + " sold"));
        figures.getStyleClass().add("product-figures");
        VBox text = new VBox(title, figures, services);
        text.getStyleClass().add("product-summary");
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox summary = new HBox(picture(), text);
        summary.getStyleClass().add("product-head");
        return summary;
    }

    /// Pictures are never fetched from the network.
    private static Node picture() {
        StackPane picture = new StackPane(Icons.of(Feather.IMAGE));
        picture.getStyleClass().add("product-picture");
        picture.setAccessibleText("Placeholder for the product's picture");
        return picture;
    }

    private Node ids() {
        return new VBox(
                id("Product", product.productId(), "copy-product-id", Feather.COPY, "Copy the product's id",
                        () -> clipboard.copy(product.productId())),
                id("Shop", product.shopId(), "search-in-shop", Feather.SEARCH, "Search in this shop",
                        () -> model.searchInShop(product.shopId())));
    }

    /// Where the product stands for the words searched for, and on demand why.
    private Node place() {
        Label place = Texts.wrapped("", "muted");
        place.setId("product-place");
        Hyperlink why = Texts.link("Why this place");
        why.setId("product-place-why");
        Bubble.at(why, "place-why", () -> {
            ProductPlace now = model.place().placeProperty().get();
            return now.why().<Node>map(words -> new WhyPlace(words, now.catalogue())).orElseGet(() -> Texts.plain("It is being ranked."));
        });
        Texts.follow(place, model.place().placeProperty().map(ProductPlace::sentence));
        place.managedProperty().bind(place.textProperty().isNotEmpty());
        why.visibleProperty().bind(model.place().placeProperty().map(now -> now.why().isPresent()));
        why.managedProperty().bind(why.visibleProperty());
        return new VBox(place, why);
    }

    private static Node id(String name, String value, String buttonId, Ikon icon, String action, Runnable run) {
        Button button = Icons.button(icon, action, run);
        button.setId(buttonId);
        button.getStyleClass().add("small");
        Label label = Texts.muted(name);
        label.getStyleClass().add("id-name");
        HBox line = new HBox(label, Texts.code(value), button);
        line.getStyleClass().add("id-line");
        return line;
    }

    private Node hidden() {
        FactTable table = new FactTable();
        fact(table, "Brand", product.brand());
        fact(table, "Picture", product.mainImageUrl());
        fact(table, "Page", product.productUrl());
        return new VBox(
                category(),
                table,
                new CopyButton(
                        clipboard,
                        "copy-record",
                        "Whole record as JSON",
                        "Copy the whole record as JSON",
                        () -> JsonWriter.indented(ProductCodec.encode(product))));
    }

    /// The tool has no filter by category, and its text is not searched; words of it find what is called so.
    private Node category() {
        Label name = Texts.muted("Category");
        name.getStyleClass().add("id-name");
        List<String> path = Arrays.stream(product.category().split(">")).map(String::strip).filter(part -> !part.isEmpty()).toList();
        Node value = path.isEmpty()
                ? Texts.plain("none")
                : new Crumbs(
                        "product-category",
                        path,
                        part -> "Search for the words “" + part + "”; the tool cannot filter by category",
                        model::searchForWords);
        HBox.setHgrow(value, Priority.ALWAYS);
        HBox line = new HBox(name, value);
        line.getStyleClass().add("category-line");
        return line;
    }

    private static void fact(FactTable table, String name, String value) {
        table.row(List.of(name, value.isBlank() ? "none" : value));
    }

    private static Node group(Ikon icon, String name, Node... content) {
        Label title = Texts.signed(name, Icons.of(icon));
        title.getStyleClass().add("visibility");
        VBox group = new VBox(title);
        group.getChildren().addAll(content);
        group.getStyleClass().add("product-group");
        return group;
    }
}
