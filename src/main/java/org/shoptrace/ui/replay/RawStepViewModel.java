package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Notices;
import org.shoptrace.ui.run.OpenRunViewModel;

/// The current step as the file has it, while that is asked for, in lines that a list can show. A step repeats the whole history, often a
/// megabyte, so it is written in a job.
final class RawStepViewModel {
    /// Long lines are broken, so that a line is never wider than a screen; what is copied is not.
    static final int LINE = 76;

    private record Written(String json, List<String> lines) {}

    private final OpenRunViewModel openRun;
    private final LatestJob writing;
    private final Notices notices;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ObservableList<String> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyStringWrapper json = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

    RawStepViewModel(OpenRunViewModel openRun, JobRunner jobs, Notices notices) {
        this.openRun = openRun;
        this.notices = notices;
        writing = new LatestJob(jobs);
        openRun.stepProperty().subscribe(_ -> refresh());
    }

    // Properties

    /// Whether the current step is shown as the file has it, in place of the transcript.
    ReadOnlyBooleanProperty shownProperty() {
        return shown.getReadOnlyProperty();
    }

    ObservableList<String> lines() {
        return linesView;
    }

    /// The step as indented JSON; empty before it is written.
    ReadOnlyStringProperty jsonProperty() {
        return json.getReadOnlyProperty();
    }

    // Commands

    void toggle() {
        shown.set(!shown.get());
        refresh();
    }

    private void refresh() {
        if (shown.get()) {
            openRun.currentStep().ifPresentOrElse(this::show, this::clear);
        } else {
            clear();
        }
    }

    private void show(Step step) {
        writing.run("Write step " + step.number() + " as JSON", _ -> write(step), written -> {
            json.set(written.json());
            lines.setAll(written.lines());
        }, notices::report);
    }

    private void clear() {
        writing.forget();
        json.set("");
        lines.clear();
    }

    private static Written write(Step step) {
        String text = JsonWriter.indented(step.source());
        List<String> broken = new ArrayList<>();
        text.lines().forEach(line -> {
            for (int start = 0; start < line.length(); start += LINE) {
                broken.add(line.substring(start, Math.min(line.length(), start + LINE)));
            }
        });
        return new Written(text, broken);
    }
}
