package org.shoptrace.ui.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.KeptFindings;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.job.JobRunner;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.session.RunReader;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSummary;

/// Which runs of the open workspace are diagnosed and which are under way. What is found out by a round that hung on another catalogue,
/// another step limit or another task is never published.
final class DiagnosisRounds {
    /// Runs diagnosed at a time; half of the processors are left to what the user does meanwhile.
    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final WorkspaceViewModel model;
    private final JobRunner jobs;
    private final WorkspacePorts.DefaultProfile profile;
    private final Consumer<Exception> failed;
    /// Each with the round that is to say how it ended.
    private final Map<RunId, Object> underWay = new HashMap<>();
    private final Set<JobHandle> handles = new HashSet<>();
    private @Nullable Path storage;

    /// @param profile what a success is, over the open catalogue
    /// @param failed  told of what goes wrong, on the JavaFX thread
    DiagnosisRounds(WorkspaceViewModel model, JobRunner jobs, WorkspacePorts.DefaultProfile profile, Consumer<Exception> failed) {
        this.model = model;
        this.jobs = jobs;
        this.profile = profile;
        this.failed = failed;
    }

    /// Says where findings are kept; until then nothing is diagnosed.
    void keepIn(Path folder) {
        storage = folder;
    }

    /// Calls off what is under way, for good.
    void close() {
        storage = null;
        callOff();
    }

    /// Some runs belong to another task by now.
    void changed(Set<RunId> runs) {
        underWay.keySet().removeAll(runs);
    }

    /// What all findings hang on has changed: they are forgotten, and what is under way is called off.
    void forgetAll() {
        callOff();
        model.forgetFindings(model.runs().stream().map(RunSummary::id).collect(Collectors.toSet()));
    }

    /// Diagnoses the runs that nobody has diagnosed yet, as soon as the catalogue is open.
    void diagnose() {
        Optional<Sandbox> sandbox = model.sandbox();
        List<RunDiagnosing.Entry> open = model.runs().stream()
                .filter(run -> model.facts(run.id()).isEmpty() && !underWay.containsKey(run.id()))
                .map(run -> new RunDiagnosing.Entry(run, model.task(run), model.whyNoTask(run)))
                .toList();
        Path place = storage;
        if (sandbox.isEmpty() || place == null || open.isEmpty()) {
            return;
        }
        Object round = new Object();
        open.forEach(entry -> underWay.put(entry.run().id(), round));
        RunReader reader = model.reader();
        int limit = model.stepLimit();
        handles.removeIf(JobHandle::isDone);
        handles.add(jobs.run(
                "Diagnosing runs",
                progress -> {
                    Profile over = profile.over(sandbox.get());
                    KeptFindings kept = KeptFindings.open(place, sandbox.get().fingerprint(), over, limit);
                    new RunDiagnosing(new Diagnostician(sandbox.get(), over, limit), reader, WORKERS, kept).diagnose(
                            open,
                            batch -> jobs.publisher().execute(() -> publish(batch, round)),
                            unkept -> jobs.publisher().execute(() -> failed.accept(unkept)),
                            progress);
                    return open.size();
                },
                _ -> {},
                failure -> {
                    stopped(open, round);
                    failed.accept(failure);
                },
                () -> stopped(open, round)));
    }

    private void callOff() {
        handles.forEach(JobHandle::cancel);
        handles.clear();
        underWay.clear();
    }

    private void stopped(List<RunDiagnosing.Entry> entries, Object round) {
        entries.forEach(entry -> underWay.remove(entry.run().id(), round));
    }

    private void publish(List<RunDiagnosing.Diagnosed> batch, Object round) {
        Map<RunId, RunOutcome> outcomes = new HashMap<>();
        Map<RunId, RunFacts> facts = new HashMap<>();
        for (RunDiagnosing.Diagnosed each : batch) {
            if (underWay.get(each.run().id()) != round) {
                continue;
            }
            outcomes.put(each.run().id(), each.outcome());
            // One that could not be read stays under way: it is not tried again and again.
            each.facts().ifPresent(found -> {
                facts.put(each.run().id(), found);
                underWay.remove(each.run().id());
            });
        }
        model.publishFacts(facts);
        model.publishOutcomes(outcomes);
    }
}
