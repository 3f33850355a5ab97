package org.shoptrace.core.diagnose;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.ChosenScorer;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;

/// Diagnoses the runs of several rollout files, and says where and how each failed.
///
/// @param sandbox   the catalogue that the runs were made over
/// @param stepLimit how many steps the agents had, at least 1
public record RolloutsDiagnosis(Sandbox sandbox, List<Task> tasks, ChosenScorer scorer, int stepLimit) {
    public RolloutsDiagnosis {
        tasks = List.copyOf(tasks);
    }

    /// What came out.
    ///
    /// @param table a line a run and the counts, for people
    /// @param json  every finding; empty when nobody asked for it
    /// @param titles what compared titles
    public record Told(List<String> table, Optional<Json.Obj> json, Similarity titles) {
        public Told {
            table = List.copyOf(table);
        }
    }

    /// What stays of a run: the rest may be large.
    private record Kept(DiagnosisTable.Entry entry, Optional<Json.Obj> json) {}

    /// Diagnoses the files one after the other.
    ///
    /// @param model    what the runs' model is called; empty: as each file's name says
    /// @param findings whether every finding is to be written down
    /// @param rejected told of the lines that are no runs
    /// @throws ShoptraceException when a file, the catalogue or a similarity cannot be had
    public Told of(List<Path> rollouts, Optional<String> model, boolean findings, Consumer<Rejection> rejected, Progress progress)
            throws ShoptraceException {
        return scorer.use(sandbox::product, tasks, profile -> {
            FileDiagnosis diagnosis = new FileDiagnosis(
                    new Diagnostician(sandbox, profile, stepLimit), tasks, Runtime.getRuntime().availableProcessors());
            FileNames names = FileNames.of(rollouts);
            List<Kept> runs = new ArrayList<>();
            for (Path file : rollouts) {
                FileDiagnosis.Result<Kept> result = diagnosis.of(
                        file,
                        model,
                        (run, found) -> new Kept(
                                DiagnosisTable.Entry.of(found),
                                findings ? Optional.of(DiagnosisJson.run(found, names, run)) : Optional.empty()),
                        progress);
                result.rejected().forEach(rejected);
                runs.addAll(result.runs());
            }
            List<String> table = DiagnosisTable.lines(runs.stream().map(Kept::entry).toList());
            return new Told(table, findings
                    ? Optional.of(DiagnosisJson.report(
                            sandbox.fingerprint(), profile.similarity().name(),
                            runs.stream().flatMap(run -> run.json().stream()).toList()))
                    : Optional.empty(),
                    new Similarity(
                            profile.similarity().name(), profile.similarity().comparableWithPublished(), scorer.similarity().sha256()));
        });
    }
}
