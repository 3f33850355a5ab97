package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseEvent;
import org.shoptrace.core.transcript.EventKind;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.run.StepIcons;

/// The kinds of event that the open run has, counted; each can be shown or hidden, or shown alone.
final class FilterBar extends Flow {
    private final EventFilterViewModel model;

    FilterBar(EventFilterViewModel model) {
        this.model = model;
        setId("filter-bar");
        getStyleClass().addAll("chips", "filter-bar");
        model.countsProperty().subscribe(_ -> fill());
        model.hiddenProperty().subscribe(_ -> refresh());
        model.openProperty().subscribe(open -> {
            setVisible(open);
            setManaged(open);
        });
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        model.countsProperty().get().forEach((kind, count) -> nodes.add(toggle(kind, count)));
        Hyperlink all = Texts.link("Show all");
        all.setId("filter-all");
        all.setOnAction(_ -> model.showAll());
        nodes.add(all);
        getChildren().setAll(nodes);
        refresh();
    }

    private ToggleButton toggle(EventKind kind, int count) {
        ToggleButton toggle = new ToggleButton(Texts.drawn(name(kind) + " " + Counts.grouped(count)), Icons.of(StepIcons.of(kind)));
        toggle.setId("filter-" + name(kind).toLowerCase(Locale.ROOT).replace(' ', '-'));
        toggle.setUserData(kind);
        // An underscore in a tool's name is one.
        toggle.setMnemonicParsing(false);
        toggle.setTooltip(Texts.tip("Shift and click: this kind alone"));
        toggle.getStyleClass().add("chip-toggle");
        toggle.setOnAction(_ -> {
            model.toggle(kind);
            refresh();
        });
        toggle.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> {
            if (event.isShiftDown()) {
                event.consume();
                toggle.disarm();
                model.only(kind);
            }
        });
        return toggle;
    }

    private void refresh() {
        getChildren().forEach(node -> {
            if (node instanceof ToggleButton toggle && toggle.getUserData() instanceof EventKind kind) {
                toggle.setSelected(!model.hiddenProperty().get().contains(kind));
            } else {
                node.setVisible(!model.hiddenProperty().get().isEmpty());
            }
        });
    }

    private static String name(EventKind kind) {
        return switch (kind) {
            case EventKind.Thought() -> "Thoughts";
            case EventKind.Calls(String tool) -> tool.isEmpty() ? "no tool named" : tool;
            case EventKind.Speaks(var speaker) -> speaker.label();
            case EventKind.Answer() -> "Answers";
            case EventKind.Response() -> "Responses";
            case EventKind.Failure() -> "Failures";
        };
    }
}
