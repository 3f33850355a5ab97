package org.shoptrace.ui.find;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.search.Query;
import org.shoptrace.core.search.QueryParser;
import org.shoptrace.core.search.QuerySyntaxException;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.search.SearchAnswer;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.LatestJob;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// A question over all runs, asked anew whenever it changes, and when the index has grown.
public final class FindViewModel {
    private static final int LISTED_AT_FIRST = 60;
    private static final int STEPS_OF_A_RUN = 3;

    private final WorkspaceViewModel workspace;
    private final RunIndex index;
    private final Function<RunSummary, RunRecord> records;
    private final LatestJob searching;
    private final Navigator navigator;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<FindResult> result = new ReadOnlyObjectWrapper<>(new FindResult.Nothing());
    private final ObservableList<FindRow> rows = FXCollections.observableArrayList();
    private final ObservableList<FindRow> rowsView = FXCollections.unmodifiableObservableList(rows);
    private int listed = LISTED_AT_FIRST;

    /// @param records what is known of a run by now; called on the JavaFX thread
    public FindViewModel(
            WorkspaceViewModel workspace, RunIndex index, Function<RunSummary, RunRecord> records, JobRunner jobs, Navigator navigator) {
        this.workspace = workspace;
        this.index = index;
        this.records = records;
        this.searching = new LatestJob(jobs);
        this.navigator = navigator;
        index.stateProperty().subscribe(_ -> search());
    }

    // Properties

    /// The question as it is written.
    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// What the latest search came to; stays while the next is under way.
    public ReadOnlyObjectProperty<FindResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.runningProperty();
    }

    public ReadOnlyObjectProperty<IndexState> indexProperty() {
        return index.stateProperty();
    }

    /// What was found, line by line.
    public ObservableList<FindRow> rows() {
        return rowsView;
    }

    /// How many runs the workspace has.
    public int runCount() {
        return workspace.runs().size();
    }

    // Commands

    /// Asks another question.
    public void ask(String question) {
        if (!question.equals(text.get())) {
            text.set(question);
            listed = LISTED_AT_FIRST;
            search();
        }
    }

    /// Asks the same again: what is known of the runs may have changed.
    public void search() {
        searching.forget();
        if (text.get().isBlank()) {
            publish(new FindResult.Nothing());
            return;
        }
        Query query;
        try {
            query = QueryParser.parse(text.get());
        } catch (QuerySyntaxException e) {
            publish(new FindResult.Unreadable(e));
            return;
        }
        Optional<RunSearch> search = index.search();
        if (search.isEmpty()) {
            publish(new FindResult.Failed("No workspace is open; open one to search its runs."));
            return;
        }
        run(search.get(), query);
    }

    private void run(RunSearch search, Query query) {
        List<RunRecord> all = workspace.runs().stream().map(records).toList();
        RunSearch.Limit limit = new RunSearch.Limit(listed, STEPS_OF_A_RUN);
        RunSearch.Products products = workspace.sandbox().<RunSearch.Products>map(sandbox -> sandbox::product)
                .orElse(_ -> Optional.empty());
        searching.run(
                "Searching runs",
                _ -> {
                    long start = System.nanoTime();
                    SearchAnswer answer = search.search(query, all, products, limit);
                    return new FindResult.Found(answer, (System.nanoTime() - start) / 1_000_000);
                },
                this::publish,
                failure -> publish(new FindResult.Failed(String.valueOf(failure.getMessage()))),
                () -> publish(new FindResult.Failed("The search was cancelled.")));
    }

    private void publish(FindResult found) {
        rows.setAll(found instanceof FindResult.Found(SearchAnswer answer, long _) ? FindRow.of(answer) : List.of());
        result.set(found);
    }

    /// Lists more of the runs that were found.
    public void listMore() {
        listed *= 4;
        search();
    }

    /// Builds the index again after a cancel or a failure.
    public void buildIndex() {
        index.update();
    }

    /// Opens Replay at what the line shows.
    public void open(FindRow row) {
        navigator.open(new Destination.OpenRun(row.run().run().place(), row.step()));
    }

    /// Opens Replay with exactly the runs that were found.
    public void openAll() {
        if (result.get() instanceof FindResult.Found(SearchAnswer answer, long _) && !answer.runs().isEmpty()) {
            navigator.open(new Destination.OpenRuns("search: " + text.get(), answer.runs()));
        }
    }
}
