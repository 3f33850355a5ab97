package org.shoptrace.app.command;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.job.BatchQueue;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.search.RunSearch;
import org.shoptrace.core.workspace.TaskBelonging;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.Run;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// The facts of a workspace's runs, made for one command.
///
/// @param tasks     which task each run belongs to
/// @param profile   over the sandbox
/// @param stepLimit how many steps the agents had, at least 1
record WorkspaceFacts(Sandbox sandbox, TaskBelonging tasks, Profile profile, int stepLimit) {

    /// Diagnoses the runs, on every processor.
    ///
    /// @param runs   settled, as the reader gives them
    /// @throws ShoptraceException when a run or the catalogue cannot be read, or a similarity cannot be had
    Map<RunId, RunFacts> of(List<RunSummary> runs, RunReader reader, Progress progress) throws ShoptraceException {
        Diagnostician diagnostician = new Diagnostician(sandbox, profile, stepLimit);
        try (BatchQueue<RunSummary, RunFacts> queue = new BatchQueue<>(
                "diagnose", Runtime.getRuntime().availableProcessors(), batch -> diagnose(batch, reader, diagnostician),
                done -> progress.report(done + " of " + runs.size() + " runs diagnosed", (double) done / runs.size()))) {
            runs.forEach(queue::add);
            return queue.results().stream().collect(Collectors.toMap(RunFacts::id, Function.identity(), (a, _) -> a));
        } catch (BatchQueue.Stopped e) {
            throw e.failure();
        }
    }

    private List<RunFacts> diagnose(List<RunSummary> batch, RunReader reader, Diagnostician diagnostician) throws ShoptraceException {
        List<Run> runs = new ArrayList<>();
        Set<String> titles = new LinkedHashSet<>();
        for (RunSummary summary : batch) {
            Run run = reader.read(summary);
            runs.add(run);
            Optional<Task> task = task(run);
            if (task.isPresent() && profile.isScored(run)) {
                titles.addAll(profile.titles(task.get(), run));
            }
        }
        profile.similarity().prepare(titles);
        List<RunFacts> facts = new ArrayList<>();
        for (Run run : runs) {
            facts.add(RunFactsOf.run(run, diagnostician.diagnose(task(run), run)));
        }
        return facts;
    }

    private Optional<Task> task(Run run) {
        return tasks.task(run).filter(task -> profile.intents().contains(task.intent()));
    }
}
