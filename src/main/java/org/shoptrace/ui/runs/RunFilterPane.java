package org.shoptrace.ui.runs;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OutcomeKind;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The filters over the list of runs: text and outcome at once, intent, labels, model and steps on demand.
final class RunFilterPane extends VBox {
    private static final String ALL_MODELS = "All models";

    private final RunListViewModel model;
    private final ReadOnlyBooleanProperty truthHidden;
    private final ToggleButton more = new ToggleButton("", Icons.of(Feather.SLIDERS));
    private final BooleanProperty outcomesKnown = new SimpleBooleanProperty();
    private final Hyperlink clear = new Hyperlink("Clear");

    /// @param truthHidden whether nothing must say how runs ended
    RunFilterPane(RunListViewModel model, ReadOnlyBooleanProperty truthHidden) {
        this.model = model;
        this.truthHidden = truthHidden;
        getStyleClass().add("run-filters");
        Node details = details();
        details.visibleProperty().bind(more.selectedProperty());
        details.managedProperty().bind(more.selectedProperty());
        getChildren().addAll(textLine(), outcomes(), details);
        model.filterProperty().subscribe(filter -> {
            more.setText(filter.detailCount() == 0 ? "" : String.valueOf(filter.detailCount()));
            clear.setVisible(!filter.equals(RunFilter.ALL));
            clear.setManaged(clear.isVisible());
        });
    }

    private Node textLine() {
        TextField text = new TextField();
        text.setId("run-filter-text");
        text.setPromptText("Words in the query");
        text.setAccessibleText("Filter by words in the query");
        text.setMinWidth(60);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.textProperty().subscribe(now -> model.filter(model.filterProperty().get().withText(now)));
        model.filterProperty().subscribe(filter -> {
            if (!text.getText().equals(filter.text())) {
                text.setText(filter.text());
            }
        });
        more.setId("run-filter-more");
        more.setAccessibleText("Filter by intent, stage, fault, label, annotation, model and steps");
        more.setMinWidth(USE_PREF_SIZE);
        clear.setMinWidth(USE_PREF_SIZE);
        clear.setId("run-filter-clear");
        clear.setAccessibleText("Clear the filters");
        clear.setOnAction(_ -> model.filter(RunFilter.ALL));
        HBox line = new HBox(text, grouping(), more, clear);
        line.getStyleClass().add("filter-line");
        return line;
    }

    private Node grouping() {
        ToggleButton toggle = new ToggleButton("", Icons.of(Feather.LAYERS));
        toggle.setId("run-grouping");
        toggle.setMinWidth(USE_PREF_SIZE);
        toggle.setTooltip(new Tooltip("Runs of one task side by side"));
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
                    .subscribe(listing -> toggle.setText(kind.label() + " " + Counts.grouped(listing.outcomes().getOrDefault(kind, 0))));
            toggles.getChildren().add(toggle);
        }
        // Where no run has an outcome there is none to choose.
        model.listingProperty()
                .subscribe(listing -> outcomesKnown.set(listing.saysOutcomes() || !model.filterProperty().get().outcomes().isEmpty()));
        toggles.visibleProperty().bind(truthHidden.not().and(outcomesKnown));
        toggles.managedProperty().bind(toggles.visibleProperty());
        return toggles;
    }

    /// What would give away how runs ended.
    private <N extends Node> N shownWithTheTruth(N node) {
        node.visibleProperty().bind(truthHidden.not());
        node.managedProperty().bind(truthHidden.not());
        return node;
    }

    private Node details() {
        Node intents = toggles(List.of(Intent.values()), Intent::wireName, RunFilter::intents, RunFilter::withIntents);
        Node stages = toggles(List.of(Stage.values()), Stage::wireName, RunFilter::stages, RunFilter::withStages);
        Node faults = toggles(List.of(Fault.values()), Fault::wireName, RunFilter::faults, RunFilter::withFaults);
        GridPane grid = new GridPane();
        grid.getStyleClass().add("filter-grid");
        grid.addRow(0, name("Intent"), intents);
        grid.addRow(1, shownWithTheTruth(name("Stage")), shownWithTheTruth(stages));
        grid.addRow(2, shownWithTheTruth(name("Fault")), shownWithTheTruth(faults));
        Label labelsName = name("Label");
        FlowPane labels = labels();
        // Without a label there is nothing to choose, and labels name failure classes.
        for (Node each : List.of(labelsName, labels)) {
            each.visibleProperty().bind(truthHidden.not().and(Bindings.isNotEmpty(labels.getChildren())));
            each.managedProperty().bind(each.visibleProperty());
        }
        grid.addRow(3, labelsName, labels);
        grid.addRow(4, name("Said"), toggles(
                List.of(RunFilter.Annotated.values()), RunFilter.Annotated::label, RunFilter::annotated, RunFilter::withAnnotated));
        grid.addRow(5, name("Model"), models());
        grid.addRow(6, name("Steps"), steps());
        GridPane.setHgrow(intents, Priority.ALWAYS);
        return grid;
    }

    /// A toggle for every value, of which any number can be chosen.
    private <E> FlowPane toggles(
            List<E> values, Function<E, String> wireName, Function<RunFilter, Set<E>> chosen,
            BiFunction<RunFilter, Set<E>, RunFilter> with) {
        FlowPane toggles = new Flow();
        toggles.getStyleClass().add("chips");
        for (E value : values) {
            ToggleButton toggle = toggle(
                    "run-filter-" + wireName.apply(value).replace('_', '-').replace(' ', '-'), wireName.apply(value).replace('_', ' '),
                    null);
            bind(toggle, value, chosen, with);
            toggles.getChildren().add(toggle);
        }
        return toggles;
    }

    /// A toggle for every label that somebody gave, and for one that is filtered by and nobody gives any more.
    private FlowPane labels() {
        FlowPane toggles = new Flow();
        toggles.getStyleClass().add("chips");
        Map<String, ToggleButton> made = new HashMap<>();
        Runnable fill = () -> {
            SortedSet<String> names = new TreeSet<>(model.labels());
            names.addAll(model.filterProperty().get().labels());
            toggles.getChildren().setAll(names.stream().map(name -> made.computeIfAbsent(name, this::label)).toList());
        };
        model.labels().addListener((ListChangeListener<String>) _ -> fill.run());
        fill.run();
        return toggles;
    }

    private ToggleButton label(String name) {
        ToggleButton toggle = toggle("run-filter-label-" + name, model.labelTitle(name), null);
        bind(toggle, name, RunFilter::labels, RunFilter::withLabels);
        return toggle;
    }

    private static Label name(String text) {
        Label name = Texts.muted(text);
        name.setMinWidth(USE_PREF_SIZE);
        return name;
    }

    private Node models() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("run-filter-model");
        box.setAccessibleText("Filter by model");
        box.setMaxWidth(Double.MAX_VALUE);
        ListChangeListener<String> fill = _ -> {
            String chosen = model.filterProperty().get().model();
            box.getItems().setAll(ALL_MODELS);
            box.getItems().addAll(model.models());
            box.setValue(chosen.isEmpty() ? ALL_MODELS : chosen);
        };
        model.models().addListener(fill);
        box.getItems().setAll(ALL_MODELS);
        box.getItems().addAll(model.models());
        box.setOnAction(_ -> {
            String value = box.getValue() == null || box.getValue().equals(ALL_MODELS) ? "" : box.getValue();
            model.filter(model.filterProperty().get().withModel(value));
        });
        model.filterProperty().subscribe(filter -> box.setValue(filter.model().isEmpty() ? ALL_MODELS : filter.model()));
        return box;
    }

    private Node steps() {
        TextField least = number("run-filter-min-steps", "Fewest steps",
                value -> model.filter(model.filterProperty().get().withSteps(value, model.filterProperty().get().maxSteps())));
        TextField most = number("run-filter-max-steps", "Most steps",
                value -> model.filter(model.filterProperty().get().withSteps(model.filterProperty().get().minSteps(), value)));
        model.filterProperty().subscribe(filter -> {
            fill(least, filter.minSteps());
            fill(most, filter.maxSteps());
        });
        HBox line = new HBox(least, new Label("to"), most);
        line.getStyleClass().add("filter-line");
        return line;
    }

    private static TextField number(String id, String name, Consumer<OptionalInt> changed) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText("any");
        field.setPrefColumnCount(4);
        field.setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("\\D", ""));
            return change;
        }));
        field.textProperty().subscribe(text -> changed.accept(parse(text)));
        return field;
    }

    private static void fill(TextField field, OptionalInt value) {
        if (!parse(field.getText()).equals(value)) {
            field.setText(value.isEmpty() ? "" : String.valueOf(value.getAsInt()));
        }
    }

    private static OptionalInt parse(String text) {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text));
    }

    private static ToggleButton toggle(String id, String text, @Nullable Ikon icon) {
        ToggleButton toggle = new ToggleButton(text);
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
