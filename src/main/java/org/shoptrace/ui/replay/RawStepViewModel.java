package org.shoptrace.ui.replay;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.model.trajectory.Step;
import org.shoptrace.ui.kit.Notices;

/// A step as the file has it, in lines that a list can show. A step repeats the whole history, often a megabyte, so it is written in a job.
final class RawStepViewModel {
    /// Long lines are broken, so that a line is never wider than a screen; what is copied is not.
    static final int LINE = 76;

    private record Written(String json, List<String> lines) {}

    private final JobRunner jobs;
    private final Notices notices;
    private final ObservableList<String> lines = FXCollections.observableArrayList();
    private final ObservableList<String> linesView = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyStringWrapper json = new ReadOnlyStringWrapper("");
    private long generation;

    RawStepViewModel(JobRunner jobs, Notices notices) {
        this.jobs = jobs;
        this.notices = notices;
    }

    // Properties

    ObservableList<String> lines() {
        return linesView;
    }

    /// The step as indented JSON; empty before it is written.
    ReadOnlyStringProperty jsonProperty() {
        return json.getReadOnlyProperty();
    }

    // Commands

    void show(Step step) {
        generation++;
        long asked = generation;
        jobs.run("Write step " + step.number() + " as JSON", _ -> write(step), written -> {
            if (asked == generation) {
                json.set(written.json());
                lines.setAll(written.lines());
            }
        }, notices::report);
    }

    void clear() {
        generation++;
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
