package org.shoptrace.ui.annotate;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.shoptrace.core.annotate.Agreement;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.annotation.Queue;
import org.shoptrace.model.annotation.Subject;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.session.AnnotationsViewModel;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// Queues to work through, how far annotators agree, and files of annotations.
public final class AnnotationDeskViewModel {
    private final WorkspaceViewModel workspace;
    private final AnnotationsViewModel annotations;
    private final Next next;
    private final ReadOnlyObjectWrapper<Optional<Agreement>> agreement = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");

    public AnnotationDeskViewModel(WorkspaceViewModel workspace, AnnotationsViewModel annotations, Next next) {
        this.workspace = workspace;
        this.annotations = annotations;
        this.next = next;
    }

    // Properties

    AnnotationsViewModel annotations() {
        return annotations;
    }

    /// The agreement that was computed last; empty before.
    ReadOnlyObjectProperty<Optional<Agreement>> agreementProperty() {
        return agreement.getReadOnlyProperty();
    }

    /// What came of the last import or export.
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Where the workspace is; empty when none is open.
    ReadOnlyObjectProperty<Optional<WorkspaceFolder>> folderProperty() {
        return workspace.folderProperty();
    }

    /// All queues, the newest first.
    List<Queue> queues() {
        return annotations.annotationsProperty().get().queues().reversed();
    }

    boolean isCurrent(Queue queue) {
        return annotations.queueProperty().get().map(Queue::id).equals(Optional.of(queue.id()));
    }

    Set<RunId> done(Queue queue) {
        return annotations.annotationsProperty().get().done(annotations.authorProperty().get(), queue);
    }

    /// How many runs a new queue would hold: those that Replay lists.
    int listed() {
        return next.listed().size();
    }

    /// A run in words: its query, or its id where it is not in the workspace.
    String words(RunId run) {
        return workspace.runs().stream()
                .filter(each -> each.id().equals(run))
                .findFirst()
                .map(each -> each.model() + ": " + each.query().orElse(each.source().toString()))
                .orElse("run " + run.sha256().substring(0, 12) + ", not in this workspace");
    }

    /// What an annotation speaks of, in words.
    String words(Subject subject) {
        return subject instanceof Subject.OfTask(String query) ? "task: " + query : subject.run().map(this::words).orElse("");
    }

    // Commands

    /// Makes a queue of the listed runs and opens its first.
    void makeQueue(String name, boolean blind) {
        List<RunId> runs = next.listed().stream().map(RunPlace::id).toList();
        String plain = name.isBlank() ? String.format(Locale.ROOT, "%d runs", runs.size()) : name.strip();
        if (!runs.isEmpty() && annotations.canAnnotate()) {
            annotations.makeQueue(plain, blind, runs, this::resume);
        }
    }

    /// Works on a queue, from its first run that is not done.
    void resume(Queue queue) {
        annotations.workOn(Optional.of(queue));
        Set<RunId> done = done(queue);
        List<RunPlace> places = next.places(queue);
        places.stream().filter(run -> !done.contains(run.id())).findFirst().or(() -> places.stream().findFirst())
                .ifPresent(run -> next.open(run, 1));
    }

    void stop() {
        annotations.workOn(Optional.empty());
    }

    void open(RunId run) {
        next.open(RunPlace.anywhere(run), 1);
    }

    /// Opens a run of that subject; of a task the first run that the workspace has.
    void open(Subject subject) {
        Optional<RunId> run = subject instanceof Subject.OfTask(String query)
                ? workspace.runs().stream().filter(each -> each.query().equals(Optional.of(query))).findFirst().map(RunSummary::id)
                : subject.run();
        run.map(RunPlace::anywhere).ifPresent(place -> next.open(place, Math.max(1, subject.atStep())));
    }

    void computeAgreement() {
        annotations.compute(
                "Comparing annotators",
                all -> Agreement.of(all, Bootstrap.DEFAULT),
                computed -> agreement.set(Optional.of(computed)));
    }

    /// Takes in the annotations of a file or folder.
    void importFrom(String path) {
        if (!path.isBlank()) {
            annotations.importFrom(List.of(Path.of(path.strip())), done -> told.set(
                    String.format(Locale.ROOT, "%d added, %d were here already, %d lines are no annotations", done.added(), done.known(),
                            done.failed().size())));
        }
    }

    /// Writes all annotations, as a table when the name ends in `.csv`, otherwise as JSON lines.
    void exportTo(String path) {
        if (!path.isBlank()) {
            annotations.exportTo(Path.of(path.strip()), () -> told.set("Written: " + path.strip()));
        }
    }

    /// Where an export is proposed.
    String usualExport() {
        return workspace.folderProperty().get()
                .map(folder -> folder.storage().resolve("annotations.jsonl").toString())
                .orElse("");
    }
}
