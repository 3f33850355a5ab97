package org.shoptrace.ui.workspace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// Scores the runs of a workspace one by one, so that the list of runs can say how each ended.
///
/// @param profile the default profile, over the open catalogue
/// @param reader  reads the runs
record RunScoring(Profile profile, RunReader reader) {
    private static final int BATCH = 20;

    /// A run, and the task that it belongs to.
    ///
    /// @param whyNoTask why `task` is empty, a short sentence without a full stop
    record Entry(RunSummary run, Optional<Task> task, String whyNoTask) {}

    /// Scores `runs` in order; `scored` gets the outcomes in batches.
    ///
    /// @throws ShoptraceException when the similarity or the catalogue fails, which concerns every run
    void score(List<Entry> runs, Consumer<Map<RunId, RunOutcome>> scored, Progress progress) throws ShoptraceException {
        Map<RunId, RunOutcome> batch = new HashMap<>();
        int done = 0;
        for (Entry entry : runs) {
            progress.checkCancelled();
            batch.put(entry.run().id(), outcome(entry));
            done++;
            if (batch.size() == BATCH || done == runs.size()) {
                scored.accept(Map.copyOf(batch));
                batch.clear();
                progress.report(done + " of " + runs.size(), (double) done / runs.size());
            }
        }
    }

    private RunOutcome outcome(Entry entry) throws ShoptraceException {
        RunSummary summary = entry.run();
        Optional<Task> task = entry.task();
        if (task.isEmpty()) {
            return new RunOutcome.Unscorable(entry.whyNoTask());
        }
        if (!profile.intents().contains(task.get().intent())) {
            return new RunOutcome.Unscorable("the profile " + profile.name() + " does not score " + task.get().intent().label());
        }
        Run run = reader.read(summary);
        if (!profile.isScored(run)) {
            return new RunOutcome.Unscorable("the harness lost it: " + summary.status().orElse("no steps"));
        }
        return new RunOutcome.Scored(profile.score(task.get(), run));
    }
}
