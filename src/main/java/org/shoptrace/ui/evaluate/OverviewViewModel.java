package org.shoptrace.ui.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.shoptrace.core.evaluate.figure.Behind;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.FigureTable;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.kit.CopyText;

/// The figures of a result as a table and as charts, and the tasks that no run belongs to.
final class OverviewViewModel {
    private final ReadOnlyObjectProperty<Optional<EvaluationResult>> result;
    private final ObservableMap<RunId, RunOutcome> rules;
    private final Opener opener;
    private final CopyText clipboard;
    private final BooleanProperty published = new SimpleBooleanProperty(false);
    private final ObservableSet<String> columns = FXCollections.observableSet(FigureTable.usual().toArray(String[]::new));
    private final ReadOnlyObjectWrapper<Optional<Behind.Tasks>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param rules how the runs of the workspace ended by the benchmark's rules, as far as that is known
    OverviewViewModel(
            ReadOnlyObjectProperty<Optional<EvaluationResult>> result, ObservableMap<RunId, RunOutcome> rules, Opener opener,
            CopyText clipboard) {
        this.rules = rules;
        this.result = result;
        this.opener = opener;
        this.clipboard = clipboard;
        result.subscribe(_ -> missing.set(Optional.empty()));
    }

    // Properties

    ReadOnlyObjectProperty<Optional<EvaluationResult>> resultProperty() {
        return result;
    }

    /// Of the result; none without one.
    List<FigureRow> rows() {
        return result.get().map(EvaluationResult::rows).orElse(List.of());
    }

    /// Whether the paper's figures stand beside those made here.
    BooleanProperty publishedProperty() {
        return published;
    }

    /// The ids of the columns of figures that are seen.
    ObservableSet<String> columns() {
        return columns;
    }

    /// The tasks without a rollout that were asked for last.
    ReadOnlyObjectProperty<Optional<Behind.Tasks>> missingProperty() {
        return missing.getReadOnlyProperty();
    }

    /// How the runs of the workspace ended by the benchmark's rules, as far as that is known.
    ObservableMap<RunId, RunOutcome> rules() {
        return rules;
    }

    /// The files' verdicts that the result shows, held against the benchmark's rules; empty where no run of it is judged by both.
    Optional<OwnAgreement> agreement() {
        return result.get().filter(EvaluationResult::isOwn).flatMap(shown -> {
            Map<RunId, Boolean> passed = new HashMap<>();
            rules.forEach((run, ended) -> {
                if (ended instanceof RunOutcome.Scored(TaskScore score)) {
                    passed.put(run, score.success());
                }
            });
            return OwnAgreement.of(shown.evaluations(), passed);
        });
    }

    Opener open() {
        return opener;
    }

    // Commands

    void showColumn(String id, boolean shown) {
        if (shown) {
            columns.add(id);
        } else {
            columns.remove(id);
        }
    }

    /// Lists tasks without a rollout.
    void list(Behind.Tasks tasks) {
        missing.set(Optional.of(tasks));
    }

    void openTask(String query) {
        opener.task(query);
    }

    /// Copies a cell or a query.
    void copy(String text) {
        clipboard.copy(text);
    }

    void copyFigures() {
        result.get().ifPresent(shown -> clipboard.copy(FigureTable.of(shown.rows()).tabSeparated()));
    }

    void copyReport() {
        result.get().ifPresent(shown -> clipboard.copy(shown.report()));
    }
}
