package org.shoptrace.ui.sandbox;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.core.sandbox.SortOrder;
import org.shoptrace.model.catalog.Service;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The filters that the tool itself has, and no others. It searches a moment after the last key, and at once on Enter.
final class SearchForm extends VBox {
    private static final Duration TYPING_PAUSE = Duration.millis(250);

    private final SearchViewModel model;
    private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);

    SearchForm(SearchViewModel model) {
        this.model = model;
        getStyleClass().add("search-form");
        pause.setOnFinished(_ -> model.search());
        getChildren().addAll(words(), services(), price(), shopAndSort());
    }

    private Node words() {
        CustomTextField words = new CustomTextField();
        words.setLeft(Icons.of(Feather.SEARCH));
        field(words, "search-words", "Words to search for", FindRequest::q, model::editWords);
        words.setPromptText("Words, as an agent would search");
        HBox.setHgrow(words, Priority.ALWAYS);
        Button search = new Button("Search");
        search.setId("search-run");
        search.getStyleClass().add("accent");
        search.setOnAction(_ -> searchNow());
        return row(words, search);
    }

    private Node services() {
        FlowPane services = new FlowPane();
        services.getStyleClass().add("chips");
        for (Service service : Service.values()) {
            ToggleButton toggle = new ToggleButton(service.label());
            toggle.setId("search-service-" + service.wireName());
            toggle.getStyleClass().addAll("small", "service-toggle");
            toggle.setOnAction(_ -> {
                model.editService(service, toggle.isSelected());
                searchNow();
            });
            model.requestProperty().subscribe(_ -> toggle.setSelected(model.services().contains(service)));
            services.getChildren().add(toggle);
        }
        return services;
    }

    private Node price() {
        TextField price = field(new TextField(), "search-price", "Price, as low-high", FindRequest::price, model::editPrice);
        price.setPromptText("100-250");
        Label reading = Texts.bound(model.requestProperty().map(RequestNotes::price), "muted");
        reading.setId("search-price-reading");
        return row(name("Price", price), price, reading);
    }

    private Node shopAndSort() {
        TextField shop = field(new TextField(), "search-shop", "Shop id", FindRequest::shopId, model::editShop);
        shop.setPromptText("any");
        ComboBox<SortOrder> sort = new ComboBox<>();
        sort.setId("search-sort");
        sort.setAccessibleText("Order of the results");
        sort.getItems().setAll(SortOrder.values());
        sort.setConverter(new SortNames());
        model.requestProperty().subscribe(_ -> sort.setValue(model.sort()));
        sort.setOnAction(_ -> {
            if (sort.getValue() != model.sort()) {
                model.editSort(sort.getValue());
                searchNow();
            }
        });
        Button clear = Icons.button(Feather.X, "Clear the filters", model::clearFilters);
        clear.setId("search-clear");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return row(name("Shop", shop), shop, name("Order", sort), sort, gap, clear);
    }

    private TextField field(
            TextField field, String id, String name, Function<FindRequest, @Nullable String> value, Consumer<String> edit) {
        field.setId(id);
        field.setAccessibleText(name);
        field.getStyleClass().add("search-field");
        model.requestProperty().subscribe(request -> {
            String text = text(value.apply(request));
            if (!text.equals(field.getText())) {
                field.setText(text);
            }
        });
        field.textProperty().addListener((_, _, text) -> {
            if (!text.equals(text(value.apply(model.requestProperty().get())))) {
                edit.accept(text);
                pause.playFromStart();
            }
        });
        field.setOnAction(_ -> searchNow());
        return field;
    }

    private void searchNow() {
        pause.stop();
        model.search();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static Label name(String text, Node field) {
        Label name = Texts.muted(text);
        name.setLabelFor(field);
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.getStyleClass().add("form-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static final class SortNames extends StringConverter<SortOrder> {
        @Override
        public String toString(@Nullable SortOrder order) {
            return switch (order) {
                case null -> "";
                case RANK -> "Rank";
                case PRICE_ASCENDING -> "Price, low first";
                case PRICE_DESCENDING -> "Price, high first";
                case SOLD -> "Most sold";
            };
        }

        @Override
        public SortOrder fromString(String text) {
            throw new UnsupportedOperationException("the order is chosen, not typed");
        }
    }
}
