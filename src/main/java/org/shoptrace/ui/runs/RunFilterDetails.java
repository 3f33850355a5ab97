package org.shoptrace.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.control.LineField;
import org.shoptrace.ui.kit.control.LongChoice;
import org.shoptrace.ui.kit.control.ManyChoice;

/// The filters that are asked for less often: intent, stage, fault, label, annotation, the file's verdict,
/// model, steps.
final class RunFilterDetails extends GridPane {
    private static final String ALL_MODELS = "All models";

    private final RunListViewModel model;
    private int rows;

    /// @param truthHidden whether nothing must say how runs ended
    RunFilterDetails(RunListViewModel model, ReadOnlyBooleanProperty truthHidden) {
        this.model = model;
        getStyleClass().add("filter-grid");
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        ObservableBooleanValue truthShown = truthHidden.not();
        row(always, "Intent", many(
                "run-filter-intents", "Intents", "Any intent", Intent.LEVELS, Intent::label, RunFilter::intents,
                RunFilter::withIntents));
        row(truthShown, "Stage", many(
                "run-filter-stages", "Stages", "Any stage", List.of(Stage.values()), Stage::label, RunFilter::stages,
                RunFilter::withStages));
        row(truthShown, "Fault", many(
                "run-filter-faults", "Faults", "Any fault", List.of(Fault.values()), Fault::label, RunFilter::faults,
                RunFilter::withFaults));
        SimpleBooleanProperty anyLabel = new SimpleBooleanProperty();
        Node labels = labels(anyLabel);
        // Without a label there is nothing to choose, and labels name failure classes.
        row(truthHidden.not().and(anyLabel), "Label", labels);
        row(always, "Said", many(
                "run-filter-said", "Annotated or not", "Annotated or not", List.of(RunFilter.Annotated.values()),
                RunFilter.Annotated::label, RunFilter::annotated, RunFilter::withAnnotated));
        row(truthHidden.not().and(model.judgedProperty()), "File says", many(
                "run-filter-own", "The file's own verdict", "Anything", List.of(OwnOutcome.values()), OwnOutcome::label, RunFilter::own,
                RunFilter::withOwn));
        row(always, "Model", models());
        row(always, "Steps", steps());
    }

    private void row(ObservableBooleanValue shown, String name, Node control) {
        Label label = Texts.muted(name);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(control);
        for (Node each : List.of(label, control)) {
            each.visibleProperty().bind(shown);
            each.managedProperty().bind(shown);
        }
        // The pane itself counts no row that is not shown at the moment.
        addRow(rows++, label, control);
        setHgrow(control, Priority.ALWAYS);
    }

    private <E> ManyChoice<E> many(
            String id, String name, String any, List<E> values, Function<E, String> label, Function<RunFilter, Set<E>> chosen,
            BiFunction<RunFilter, Set<E>, RunFilter> with) {
        ManyChoice<E> choice = new ManyChoice<>(id, name, any, label);
        choice.offer(values);
        choice.setOnChoice(now -> model.filter(with.apply(model.filterProperty().get(), now)));
        model.filterProperty().subscribe(filter -> choice.choose(chosen.apply(filter)));
        return choice;
    }

    /// Every label that somebody gave, and one that is filtered by and nobody gives any more.
    private Node labels(SimpleBooleanProperty any) {
        ManyChoice<String> choice = many(
                "run-filter-labels", "Labels", "Any label", List.of(), model::labelTitle, RunFilter::labels, RunFilter::withLabels);
        Runnable fill = () -> {
            SortedSet<String> names = new TreeSet<>(model.labels());
            names.addAll(model.filterProperty().get().labels());
            choice.offer(List.copyOf(names));
            choice.choose(model.filterProperty().get().labels());
            any.set(!names.isEmpty());
        };
        model.labels().addListener((ListChangeListener<String>) _ -> fill.run());
        fill.run();
        return choice;
    }

    private Node models() {
        LongChoice<String> choice = new LongChoice<>("run-filter-model", "Filter by model", name -> name);
        Runnable fill = () -> {
            List<String> names = new ArrayList<>(List.of(ALL_MODELS));
            names.addAll(model.models());
            String chosen = model.filterProperty().get().model();
            choice.offer(names, chosen.isEmpty() ? ALL_MODELS : chosen);
        };
        choice.setOnChoice(name -> model.filter(model.filterProperty().get().withModel(name.equals(ALL_MODELS) ? "" : name)));
        model.models().addListener((ListChangeListener<String>) _ -> fill.run());
        model.filterProperty().subscribe(fill);
        fill.run();
        return choice;
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
        HBox line = new HBox(least, Texts.plain("to"), most);
        line.getStyleClass().add("filter-line");
        return line;
    }

    private static TextField number(String id, String name, Consumer<OptionalInt> changed) {
        TextField field = new LineField();
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
}
