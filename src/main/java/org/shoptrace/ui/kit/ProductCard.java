package org.shoptrace.ui.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.Observation;

/// A product as a search result, compact: title in two lines, price, shop, pieces sold, services, and whatever marks a screen adds.
/// The catalogue's whole products are shown by way of [Observation.Hit#of].
///
/// A card that is given something to open takes the focus and is pressed by a click, Enter or Space.
public final class ProductCard extends MeasuredBox {
    private final Observation.Hit hit;
    private final FlowPane figures = new Flow();
    private final FlowPane chips = new FlowPane();
    private @Nullable Runnable open;

    public ProductCard(Observation.Hit hit) {
        this.hit = hit;
        getStyleClass().addAll("card", "product-card");
        setId("product-" + hit.productId());
        setAccessibleText(accessibleText(hit));
        chips.getStyleClass().add("chips");
        chips.getChildren().addAll(hit.services().stream().map(Chip::service).toList());
        getChildren().addAll(title(hit.title()), figures(), chips);
        refreshChips();
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (open != null && event.getButton() == MouseButton.PRIMARY) {
                event.consume();
                press();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (open != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE)) {
                event.consume();
                press();
            }
        });
    }

    /// Makes the card one that opens something, such as the product's page.
    public ProductCard opening(Runnable action) {
        open = action;
        getStyleClass().add("opens");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        return this;
    }

    /// Adds a screen's own marks behind the services, such as which constraints are met.
    public ProductCard marked(List<? extends Node> marks) {
        chips.getChildren().addAll(marks);
        refreshChips();
        return this;
    }

    /// Opens what the card opens, as a click does; nothing for a card that opens nothing.
    public void press() {
        if (open != null) {
            requestFocus();
            open.run();
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            press();
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    private void refreshChips() {
        chips.setVisible(!chips.getChildren().isEmpty());
        chips.setManaged(chips.isVisible());
    }

    private static Label title(String text) {
        Label title = Texts.plain(text);
        title.setWrapText(true);
        title.setTooltip(Texts.tip(text));
        title.getStyleClass().add("product-title");
        return title;
    }

    /// Gives the price as the answer writes it, in place of the benchmark's pesos. A shop that counts no sales says "0 sold" of everything;
    /// that is left out.
    public ProductCard priced(String written) {
        setAccessibleText(hit.title() + ", " + written);
        figures.getChildren().setAll(Texts.wrapped(written, "strong"));
        addFigures(hit.soldCount().filter(sold -> sold.asDouble() > 0));
        return this;
    }

    private Node figures() {
        figures.getStyleClass().add("product-figures");
        hit.price().ifPresent(price -> figures.getChildren().add(Texts.wrapped(Money.peso(price), "strong")));
        addFigures(hit.soldCount());
        return figures;
    }

    private void addFigures(Optional<Json.Num> soldCount) {
        if (!hit.shopId().isBlank()) {
            figures.getChildren().add(Texts.wrapped("shop " + hit.shopId(), "muted"));
        }
        soldCount.ifPresent(sold -> figures.getChildren().add(Texts.wrapped(Counts.grouped(sold) + " sold", "muted")));
    }

    private static String accessibleText(Observation.Hit hit) {
        Stream<String> price = hit.price().map(Money::peso).stream();
        Stream<String> services = hit.services().stream().map(Chip::serviceLabel);
        return String.join(", ", Stream.of(Stream.of(hit.title()), price, services).flatMap(parts -> parts).toList());
    }
}
