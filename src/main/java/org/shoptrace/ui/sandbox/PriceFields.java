package org.shoptrace.ui.sandbox;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.shoptrace.core.sandbox.FindCriteria;
import org.shoptrace.core.sandbox.FindRequest;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;
import org.shoptrace.ui.kit.control.Range;

/// The price asked for: two fields that send what is typed, and a slider over them for a rough choice. A slider that is moved writes its
/// field; a field that is typed in moves the slider, and is never rounded by it.
final class PriceFields extends Flow {
    private final SearchViewModel model;
    private final Runnable searchSoon;
    private final TextField from = new LineField();
    private final TextField to = new LineField();
    private final Range range;

    /// @param searchNow  called on Enter
    /// @param searchSoon called after every edit
    PriceFields(SearchViewModel model, Runnable searchNow, Runnable searchSoon) {
        this.model = model;
        this.searchSoon = searchSoon;
        this.range = new Range(
                "search-price-range",
                low -> edit(sides().withFrom(PriceScale.at(low))),
                high -> edit(sides().withTo(PriceScale.at(high))));
        getStyleClass().add("price-fields");
        build(from, "search-price-from", "Lowest price", searchNow);
        build(to, "search-price-to", "Highest price", searchNow);
        from.textProperty().addListener((_, _, text) -> typedFrom(text));
        to.textProperty().addListener((_, _, text) -> edit(sides().withTo(text)));
        HBox typed = new HBox(SearchForm.name("Price", from), from, Texts.plain("to"), to);
        typed.getStyleClass().addAll("form-row", "price-typed");
        getChildren().addAll(typed, sliderAndReading());
        model.requestProperty().subscribe(this::show);
    }

    private static void build(TextField field, String id, String name, Runnable searchNow) {
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText("any");
        field.getStyleClass().add("price-field");
        field.setOnAction(_ -> searchNow.run());
    }

    private Node sliderAndReading() {
        Label reading = Texts.bound(
                model.requestProperty().map(request -> RequestNotes.price(request).isEmpty() ? "any price" : RequestNotes.price(request)),
                "muted", "hint");
        reading.setId("search-price-reading");
        reading.textProperty().subscribe(text -> range.setAccessibleText("Price range: " + text));
        VBox both = new VBox(range, reading);
        both.getStyleClass().add("price-slider");
        return both;
    }

    /// A whole range typed or pasted into the first field is taken apart; the dash leads on to the second.
    private void typedFrom(String text) {
        if (text.contains("-") && !text.equals(sides().from())) {
            PriceSides both = PriceSides.of(text);
            edit(both.to().isEmpty() ? both.withTo(sides().to()) : both);
            show(model.requestProperty().get());
            if (from.isFocused()) {
                to.requestFocus();
                to.end();
            }
        } else {
            edit(sides().withFrom(text));
        }
    }

    private PriceSides sides() {
        return PriceSides.of(model.requestProperty().get().price());
    }

    private void edit(PriceSides edited) {
        if (!edited.equals(sides())) {
            model.editPrice(edited.wire());
            searchSoon.run();
        }
    }

    private void show(FindRequest request) {
        PriceSides shown = PriceSides.of(request.price());
        fill(from, shown.from());
        fill(to, shown.to());
        FindCriteria read = RequestNotes.onFirstPage(request);
        double low = PriceScale.low(read.low());
        range.set(low, Math.max(low, PriceScale.high(read.high())));
    }

    private static void fill(TextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
