package org.shoptrace.ui.runs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.runs.OwnOutcome;
import org.shoptrace.core.runs.RunFilter;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.ui.kit.Flow;
import org.shoptrace.ui.kit.Icons;
import org.shoptrace.ui.kit.Texts;

/// The filters that are set out of sight, each to be taken off by a press, and what takes all filters off.
final class ActiveFilters extends Flow {
    private final RunListViewModel model;
    private final Hyperlink clear = Texts.link("Clear");

    /// @param truthHidden whether nothing must say how runs ended
    ActiveFilters(RunListViewModel model, ReadOnlyBooleanProperty truthHidden) {
        this.model = model;
        getStyleClass().addAll("chips", "active-filters");
        clear.setId("run-filter-clear");
        clear.setAccessibleText("Clear the filters");
        clear.setOnAction(_ -> model.filter(RunFilter.ALL));
        model.filterProperty().subscribe(filter -> show(filter, truthHidden.get()));
        truthHidden.subscribe(hidden -> show(model.filterProperty().get(), hidden));
    }

    private void show(RunFilter filter, boolean truthHidden) {
        List<Button> chips = new ArrayList<>();
        add(chips, "intents", words(filter.intents(), Intent::label), filter.withIntents(Set.of()));
        if (!truthHidden) {
            add(chips, "stages", words(filter.stages(), Stage::label), filter.withStages(Set.of()));
            add(chips, "faults", words(filter.faults(), Fault::label), filter.withFaults(Set.of()));
            add(chips, "labels", words(filter.labels(), model::labelTitle), filter.withLabels(Set.of()));
            add(chips, "own", words(filter.own(), OwnOutcome::label), filter.withOwn(Set.of()));
        }
        add(chips, "said", words(filter.annotated(), RunFilter.Annotated::label), filter.withAnnotated(Set.of()));
        add(chips, "model", filter.model(), filter.withModel(""));
        add(chips, "steps", steps(filter), filter.withSteps(OptionalInt.empty(), OptionalInt.empty()));
        getChildren().setAll(chips);
        getChildren().add(clear);
        setVisible(!filter.equals(RunFilter.ALL));
        setManaged(isVisible());
    }

    private void add(List<Button> chips, String id, String words, RunFilter without) {
        if (!words.isEmpty()) {
            Button chip = new Button(Texts.drawn(words), Icons.of(Feather.X));
            chip.setId("run-filter-off-" + id);
            chip.setAccessibleText("Take the filter off: " + words);
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.getStyleClass().add("filter-chip");
            chip.setOnAction(_ -> model.filter(without));
            chips.add(chip);
        }
    }

    private static <E> String words(Collection<E> values, Function<E, String> label) {
        return values.stream().map(label).sorted().collect(Collectors.joining(", "));
    }

    private static String steps(RunFilter filter) {
        OptionalInt least = filter.minSteps();
        OptionalInt most = filter.maxSteps();
        if (least.isPresent() && most.isPresent()) {
            return least.getAsInt() + " to " + most.getAsInt() + " steps";
        }
        return least.isPresent() ? least.getAsInt() + " steps or more" : most.isPresent() ? "up to " + most.getAsInt() + " steps" : "";
    }
}
