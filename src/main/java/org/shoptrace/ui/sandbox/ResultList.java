package org.shoptrace.ui.sandbox;

import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.sandbox.Cutoffs;
import org.shoptrace.model.catalog.Product;
import org.shoptrace.model.trajectory.Observation;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Placeholder;
import org.shoptrace.ui.kit.ProductCard;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.WrappingCell;

/// What the search came to: a page of products by their places, with the other pages; or why there is none.
final class ResultList extends VBox {
    private final SandboxViewModel model;
    private final ListView<Product> list = new ListView<>();
    private final HBox head = new HBox();
    private final StackPane body = new StackPane();
    private int firstPlace;

    ResultList(SandboxViewModel model) {
        this.model = model;
        getStyleClass().add("results");
        head.getStyleClass().add("results-head");
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("results");
        list.setAccessibleText("Products found");
        list.getStyleClass().add("product-list");
        list.setCellFactory(_ -> new ResultCell());
        list.getSelectionModel().selectedItemProperty().subscribe(product -> {
            if (product != null) {
                model.product().show(product);
            }
        });
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        model.search().resultProperty().subscribe(this::show);
        model.search().searchingProperty().subscribe(searching -> list.setOpacity(searching ? 0.6 : 1));
        model.product().pageProperty().subscribe(page -> mark(page.id()));
    }

    private void show(SearchResult result) {
        boolean found = result instanceof SearchResult.Found;
        head.setVisible(found);
        head.setManaged(found);
        switch (result) {
            case SearchResult.Found page -> {
                firstPlace = page.firstPlace();
                list.getSelectionModel().clearSelection();
                list.getItems().setAll(page.products());
                list.scrollTo(0);
                mark(model.product().pageProperty().get().id());
                head.getChildren().setAll(count(page), gap(), pager(page));
                body.getChildren().setAll(list);
            }
            case SearchResult.Nothing _ ->
                fill(new Placeholder(Feather.SEARCH, "Search as an agent does",
                        "Type some words of a product. Title, variants and attributes are searched."));
            case SearchResult.Empty empty ->
                fill(new Placeholder(Feather.SLASH, "The tool answers nothing", empty.why(), wayOuts(empty.outs())));
            case SearchResult.Failed failed ->
                fill(new Placeholder(Feather.ALERT_TRIANGLE, "The search failed", failed.message()));
        }
    }

    private void fill(Node content) {
        list.getItems().clear();
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        body.getChildren().setAll(scroll);
    }

    private void mark(String productId) {
        for (Product product : list.getItems()) {
            if (product.productId().equals(productId)) {
                list.getSelectionModel().select(product);
                return;
            }
        }
        list.getSelectionModel().clearSelection();
    }

    private static Node count(SearchResult.Found page) {
        boolean most = page.kept() >= Cutoffs.REFERENCE.kept();
        Label count = Texts.strong(Counts.of(page.kept(), "product") + (most ? ", the limit" : ""));
        count.setId("results-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.setTooltip(Texts.tip("A search keeps " + Cutoffs.REFERENCE.kept() + " products at most"));
        return count;
    }

    private Node pager(SearchResult.Found page) {
        HBox pager = new HBox();
        pager.getStyleClass().add("pager");
        pager.setAlignment(Pos.CENTER);
        Button previous = Icons.button(Feather.CHEVRON_LEFT, "Previous page", () -> model.search().showPage(page.page() - 1));
        previous.setId("page-previous");
        previous.setDisable(page.page() == 1);
        Button next = Icons.button(Feather.CHEVRON_RIGHT, "Next page", () -> model.search().showPage(page.page() + 1));
        next.setId("page-next");
        next.setDisable(page.page() == page.pages());
        pager.getChildren().add(previous);
        IntStream.rangeClosed(1, page.pages()).forEach(number -> pager.getChildren().add(pageButton(number, number == page.page())));
        pager.getChildren().add(next);
        return pager;
    }

    private Node pageButton(int number, boolean current) {
        Button button = new Button(Texts.drawn(Integer.toString(number)));
        button.setId("page-" + number);
        button.setAccessibleText(current ? "Page " + number + ", shown" : "Page " + number);
        button.getStyleClass().addAll("small", current ? "accent" : "flat");
        button.setOnAction(_ -> model.search().showPage(number));
        return button;
    }

    private Node wayOuts(List<SearchResult.WayOut> outs) {
        VBox buttons = new VBox();
        buttons.getStyleClass().add("way-outs");
        buttons.setAlignment(Pos.CENTER);
        for (int i = 0; i < outs.size(); i++) {
            SearchResult.WayOut out = outs.get(i);
            Button button = new Button(Texts.drawn(out.label()));
            button.setId("way-out-" + (i + 1));
            button.setOnAction(_ -> model.search().send(out.request()));
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private final class ResultCell extends WrappingCell<Product> {
        ResultCell() {
            super(list);
        }

        @Override
        protected Region content(Product product) {
            Label place = Texts.muted(Integer.toString(firstPlace + getIndex()));
            place.getStyleClass().add("result-place");
            ProductCard card = new ProductCard(Observation.Hit.of(product));
            HBox.setHgrow(card, Priority.ALWAYS);
            HBox row = new HBox(place, card);
            row.setAccessibleText(card.getAccessibleText());
            return row;
        }
    }
}
