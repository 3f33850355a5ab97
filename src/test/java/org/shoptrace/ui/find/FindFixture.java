package org.shoptrace.ui.find;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.search.RunRecord;
import org.shoptrace.core.search.RunTexts;
import org.shoptrace.core.search.lucene.LuceneRunSearch;
import org.shoptrace.core.session.GivenWorkspace;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.ui.FakeNavigator;
import org.shoptrace.ui.session.WorkspaceViewModel;

/// A workspace of three runs that talk of mugs and hoses, and the search over them with its real index.
final class FindFixture {
    final GivenWorkspace given = new GivenWorkspace();
    final WorkspaceViewModel workspace = new WorkspaceViewModel(given.open());
    final FakeNavigator navigator = new FakeNavigator();
    final RunIndex index;
    final FindViewModel model;
    final List<Run> runs = List.of(
            run(1, "a red mug", "I look for a red mug.", "The red mug it is."),
            run(2, "a garden hose", "I look for a hose.", "No mug here, a garden hose, please."),
            run(3, "a lamp", "I look for a lamp."));
    private final Path folder;

    FindFixture(Path folder, JobRunner jobs) {
        this.folder = folder;
        index = new RunIndex(workspace, jobs, LuceneRunSearch::new);
        model = new FindViewModel(
                workspace, index, run -> new RunRecord(run, Optional.ofNullable(workspace.facts().get(run.id())), Set.of()), jobs,
                navigator);
    }

    /// Publishes the runs and says that everything was read.
    FindFixture open() {
        given.clear("test");
        given.folder(WorkspaceFolder.of(folder, folder));
        given.reader(RunTexts.reader(runs));
        given.add(RunTexts.summaries(runs));
        given.loaded();
        return this;
    }

    String brief(int run) {
        return runs.get(run - 1).id().sha256().substring(0, 4);
    }

    /// The lines found, such as `1` for a run and `1.2` for its step.
    List<String> lines() {
        return model.rows().stream()
                .map(row -> switch (row) {
                    case FindRow.OfRun(var run) -> Long.toString(run.run().source().line());
                    case FindRow.OfStep(var run, var hit) -> run.run().source().line() + "." + hit.step();
                    case FindRow.More(var run, int steps) -> run.run().source().line() + "+" + steps;
                })
                .toList();
    }

    static Run run(int line, String query, String... thoughts) {
        return RunTexts.run(line, query, List.of(thoughts).stream().map(thought -> RunTexts.turn(thought, "")).toList());
    }
}
