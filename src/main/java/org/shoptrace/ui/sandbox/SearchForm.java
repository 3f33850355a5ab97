package org.shoptrace.ui.sandbox;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
import org.shoptrace.ui.kit.control.LineField;
import org.shoptrace.ui.kit.control.ManyChoice;
import org.shoptrace.ui.kit.control.SearchField;

/// The filters that the tool itself has, and no others. It searches a moment after the last key, and at once on Enter.
final class SearchForm extends VBox {
    private static final Duration TYPING_PAUSE = Duration.millis(250);

    private final SearchViewModel model;
    private final PauseTransition pause = new PauseTransition(TYPING_PAUSE);

    SearchForm(SearchViewModel model) {
        this.model = model;
        getStyleClass().add("search-form");
        pause.setOnFinished(_ -> model.search());
        getChildren().addAll(words(), servicesAndSort(), new PriceFields(model, this::searchNow, pause::playFromStart), shop());
    }

    private Node words() {
        SearchField words = new SearchField("search-words", "Words to search for", "Words, as an agent would search");
        follow(words, FindRequest::q, model::editWords);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button search = new Button("Search");
        search.setId("search-run");
        search.setMinWidth(USE_PREF_SIZE);
        search.getStyleClass().add("accent");
        search.setOnAction(_ -> searchNow());
        return row(words, search);
    }

    private Node servicesAndSort() {
        ManyChoice<Service> services = new ManyChoice<>("search-services", "Services", "Any services", Service::label);
        services.offer(List.of(Service.values()));
        services.setOnChoice(chosen -> {
            model.editServices(chosen);
            searchNow();
        });
        model.requestProperty().subscribe(_ -> services.choose(model.services()));
        HBox.setHgrow(services, Priority.ALWAYS);
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
        return row(services, name("Order", sort), sort);
    }

    private Node shop() {
        TextField shop = new LineField();
        shop.setId("search-shop");
        shop.setAccessibleText("Shop id");
        shop.setPromptText("any");
        shop.getStyleClass().add("search-field");
        follow(shop, FindRequest::shopId, model::editShop);
        Button clear = Icons.button(Feather.X, "Clear the filters", model::clearFilters);
        clear.setId("search-clear");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return row(name("Shop", shop), shop, gap, clear);
    }

    private void follow(TextField field, Function<FindRequest, @Nullable String> value, Consumer<String> edit) {
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
    }

    private void searchNow() {
        pause.stop();
        model.search();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    static Label name(String text, Node field) {
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
