package org.shoptrace.core.session;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.job.JobHandle;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.trajectory.RunReader;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Which runs of the open workspace are diagnosed and which are under way. What is found out by a round that hung on another catalogue,
/// another step limit or another task is never published.
final class DiagnosisRounds {
    /// Batches diagnosed at a time; half of the processors are left to what the user does meanwhile.
    private static final int WORKERS = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

    private final OpenWorkspace open;
    private final OpeningJobs jobs;
    private final WorkspacePorts.DefaultProfile profile;
    /// Each with the round that is to say how it ended. One that could not be read stays, so that it is not tried again and again where it
    /// stands; where it stands elsewhere too, or by now, it is tried there.
    private final Map<Place, Object> underWay = new HashMap<>();
    private final Set<JobHandle> handles = new HashSet<>();
    private @Nullable OwnFolder storage;

    /// Where a run stands.
    private record Place(RunId run, RunSource source) {
        static Place of(RunSummary run) {
            return new Place(run.id(), run.source());
        }
    }

    /// @param profile what a success is, over the open catalogue
    DiagnosisRounds(OpenWorkspace open, OpeningJobs jobs, WorkspacePorts.DefaultProfile profile) {
        this.open = open;
        this.jobs = jobs;
        this.profile = profile;
    }

    /// Says where findings are kept; until then nothing is diagnosed.
    void keepIn(OwnFolder folder) {
        storage = folder;
    }

    /// Calls off what is under way, for good.
    void close() {
        storage = null;
        callOff();
    }

    /// Some runs belong to another task by now.
    void changed(Set<RunId> runs) {
        underWay.keySet().removeIf(place -> runs.contains(place.run()));
    }

    /// A file is another by now: what is under way reads it where its runs were.
    void replaced(Path file) {
        underWay.keySet().removeIf(place -> place.source().file().equals(file));
    }

    /// What all findings hang on has changed: they are forgotten, and what is under way is called off.
    void forgetAll() {
        callOff();
        open.forgetAll();
    }

    /// Diagnoses the runs that nobody has diagnosed yet, as soon as the catalogue is open.
    void diagnose() {
        Optional<Sandbox> sandbox = open.sandbox();
        List<WorkspaceDiagnosis.Asked> asked = open.runs().stream()
                .filter(run -> !open.facts().containsKey(run.id()) && !underWay.containsKey(Place.of(run)))
                .map(run -> WorkspaceDiagnosis.Asked.of(run, open.belonging()))
                .toList();
        OwnFolder place = storage;
        if (sandbox.isEmpty() || place == null || asked.isEmpty()) {
            return;
        }
        Object round = new Object();
        asked.forEach(each -> underWay.put(Place.of(each.run()), round));
        RunReader reader = open.reader();
        int limit = open.stepLimit();
        handles.removeIf(JobHandle::isDone);
        handles.add(jobs.run(
                "Diagnosing runs",
                progress -> {
                    new WorkspaceDiagnosis(sandbox.get(), profile.over(sandbox.get()), limit, place, WORKERS).of(
                            asked,
                            reader,
                            batch -> jobs.publish(() -> publish(batch, round)),
                            jobs::failedMeanwhile,
                            progress);
                    return asked.size();
                },
                _ -> {},
                () -> stopped(asked, round)));
    }

    private void callOff() {
        handles.forEach(JobHandle::cancel);
        handles.clear();
        underWay.clear();
    }

    private void stopped(List<WorkspaceDiagnosis.Asked> entries, Object round) {
        entries.forEach(entry -> underWay.remove(Place.of(entry.run()), round));
    }

    private void publish(List<WorkspaceDiagnosis.Ended> batch, Object round) {
        Map<RunId, RunOutcome> outcomes = new HashMap<>();
        Map<RunId, RunFacts> facts = new HashMap<>();
        for (WorkspaceDiagnosis.Ended each : batch) {
            RunId run = each.run().id();
            if (underWay.get(Place.of(each.run())) != round) {
                continue;
            }
            if (each.facts().isPresent()) {
                underWay.remove(Place.of(each.run()));
                outcomes.put(run, each.outcome());
                facts.put(run, each.facts().get());
            } else if (!facts.containsKey(run) && !open.facts().containsKey(run)) {
                // One that was read at another place is known.
                outcomes.put(run, each.outcome());
            }
        }
        open.found(outcomes, facts);
    }
}
