package org.shoptrace.ui.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.shoptrace.model.annotation.Annotation;

/// Which steps of the open run are annotated, and with what. Labels name failure classes, so while the truth is hidden only that there is
/// an annotation is said.
public final class RemarksViewModel {
    private final OpenRunViewModel openRun;
    private final VisibleAnnotations said;
    private final ReadOnlyObjectWrapper<SortedMap<Integer, String>> steps = new ReadOnlyObjectWrapper<>(Collections.emptySortedMap());

    public RemarksViewModel(OpenRunViewModel openRun, VisibleAnnotations said) {
        this.openRun = openRun;
        this.said = said;
        openRun.openProperty().subscribe(_ -> refresh());
        openRun.truthHiddenProperty().subscribe(_ -> refresh());
        said.annotations().subscribe(_ -> refresh());
        said.labels().subscribe(_ -> refresh());
    }

    /// What is said of steps and what lies in them, in words, by step from 1. It changes only when the words do.
    public ReadOnlyObjectProperty<SortedMap<Integer, String>> stepsProperty() {
        return steps.getReadOnlyProperty();
    }

    /// What is said of a step, from 1.
    public Optional<String> step(int number) {
        return Optional.ofNullable(steps.get().get(number));
    }

    private void refresh() {
        SortedMap<Integer, List<String>> parts = new TreeMap<>();
        for (Annotation each : openRun.openProperty().get().map(OpenRun::run).map(run -> said.annotations().get().of(run.id()))
                .orElse(List.of())) {
            if (each.subject().atStep() > 0) {
                parts.computeIfAbsent(each.subject().atStep(), _ -> new ArrayList<>()).add(words(each));
            }
        }
        boolean hidden = openRun.truthHiddenProperty().get();
        SortedMap<Integer, String> words = new TreeMap<>();
        parts.forEach((step, all) -> words.put(step, hidden ? "annotated" : "annotated: " + String.join("; ", all)));
        if (!words.equals(steps.get())) {
            steps.set(Collections.unmodifiableSortedMap(words));
        }
    }

    private String words(Annotation annotation) {
        List<String> words = new ArrayList<>();
        annotation.statement().labels().forEach(label -> words.add(said.labels().get().title(label)));
        if (!annotation.statement().note().isBlank()) {
            words.add("\u201c" + annotation.statement().note().strip() + "\u201d");
        }
        return annotation.author() + (words.isEmpty() ? "" : ": " + String.join(", ", words));
    }
}
