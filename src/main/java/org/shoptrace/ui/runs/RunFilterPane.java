package org.shoptrace.ui.runs;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.Bubble;
import org.shoptrace.ui.kit.control.SearchField;

/// The filters over the list of runs: text and outcome at once, the others in a panel that a button opens; what is set there is listed.
final class RunFilterPane extends VBox {
    private final RunListViewModel model;
    private final ReadOnlyBooleanProperty truthHidden;
    private final ToggleButton more = new ToggleButton("", Icons.of(Feather.SLIDERS));
    private final BooleanProperty outcomesKnown = new SimpleBooleanProperty();

    /// @param truthHidden whether nothing must say how runs ended
    RunFilterPane(RunListViewModel model, ReadOnlyBooleanProperty truthHidden) {
        this.model = model;
        this.truthHidden = truthHidden;
        getStyleClass().add("run-filters");
        // Made once: it follows the filter, also while it is not shown.
        Node details = new RunFilterDetails(model, truthHidden);
        Bubble.at(more, "run-filter-details", () -> details);
        getChildren().addAll(textLine(), outcomes(), new ActiveFilters(model, truthHidden));
        model.filterProperty().subscribe(filter -> {
            Texts.say(more, filter.detailCount() == 0 ? "" : String.valueOf(filter.detailCount()));
        });
    }

    private Node textLine() {
        SearchField text = new SearchField("run-filter-text", "Filter by words in the query", "Query words");
        text.setMinWidth(60);
        text.textProperty().subscribe(now -> model.filter(model.filterProperty().get().withText(now)));
        model.filterProperty().subscribe(filter -> {
            if (!text.getText().equals(filter.text())) {
                text.setText(filter.text());
            }
        });
        more.setId("run-filter-more");
        more.setAccessibleText("Filter by intent, stage, fault, label, annotation, the file's verdict, model and steps");
        more.setMinWidth(USE_PREF_SIZE);
        return new FilterLine(text, List.of(grouping(), more));
    }

    private Node grouping() {
        ToggleButton toggle = new ToggleButton("", Icons.of(Feather.LAYERS));
        toggle.setId("run-grouping");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setTooltip(Texts.tip("Runs of one task side by side"));
        toggle.setAccessibleText("Runs of one task side by side");
        toggle.setOnAction(_ -> model.toggleGrouped());
        model.groupedProperty().subscribe(toggle::setSelected);
        return toggle;
    }

    private Node outcomes() {
        FlowPane toggles = new Flow();
        toggles.getStyleClass().add("chips");
        for (OutcomeKind kind : OutcomeKind.values()) {
            ToggleButton toggle = toggle("run-filter-" + kind.label().replace(' ', '-'), kind.label(), icon(kind));
            bind(toggle, kind, RunFilter::outcomes, (filter, chosen) -> filter.withOutcomes(chosen));
            model.listingProperty()
                    .subscribe(listing -> Texts.say(toggle, kind.label() + " " + Counts.grouped(listing.outcomes().getOrDefault(kind, 0))));
            toggles.getChildren().add(toggle);
        }
        // Where no run has an outcome there is none to choose.
        model.listingProperty()
                .subscribe(listing -> outcomesKnown.set(listing.saysOutcomes() || !model.filterProperty().get().outcomes().isEmpty()));
        toggles.visibleProperty().bind(truthHidden.not().and(outcomesKnown));
        toggles.managedProperty().bind(toggles.visibleProperty());
        return toggles;
    }

    private static ToggleButton toggle(String id, String text, @Nullable Ikon icon) {
        ToggleButton toggle = new ToggleButton(Texts.drawn(text));
        toggle.setId(id);
        toggle.getStyleClass().add("chip-toggle");
        if (icon != null) {
            toggle.setGraphic(Icons.of(icon));
        }
        return toggle;
    }

    /// Joins a toggle to its place in a set of the filter.
    private <E> void bind(
            ToggleButton toggle, E value, Function<RunFilter, Set<E>> chosen, BiFunction<RunFilter, Set<E>, RunFilter> with) {
        toggle.setOnAction(_ -> {
            RunFilter filter = model.filterProperty().get();
            Set<E> now = new LinkedHashSet<>(chosen.apply(filter));
            if (!now.remove(value)) {
                now.add(value);
            }
            model.filter(with.apply(filter, now));
        });
        model.filterProperty().subscribe(filter -> toggle.setSelected(chosen.apply(filter).contains(value)));
    }

    private static Ikon icon(OutcomeKind kind) {
        return switch (kind) {
            case SUCCEEDED -> Feather.CHECK;
            case FAILED -> Feather.X;
            case UNSCORABLE -> Feather.ALERT_TRIANGLE;
            case NOT_SCORED -> Feather.MINUS;
        };
    }
}
