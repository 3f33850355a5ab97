package org.shoptrace.core.evaluate.result;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluation.Unscored;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.ReleasedReport;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.evaluate.figure.Level;
import org.shoptrace.core.evaluate.own.OwnText;
import org.shoptrace.core.evaluate.result.EvaluationResult.Aside;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.RunSummary;

/// Puts the evaluations of single files together: a [Series] for each model, whose files are often one an intent.
public final class ResultAssembly {
    private final Optional<Sandbox> sandbox;
    private final Map<String, Task> tasks = new HashMap<>();
    private final List<RunSummary> runs;
    /// One of each content.
    private final Map<RunId, RunSummary> byContent = new HashMap<>();

    public ResultAssembly(EvaluationMaterial material) {
        this.sandbox = material.open();
        material.taskSets().forEach(set -> set.forEach(task -> tasks.put(task.query(), task)));
        this.runs = List.copyOf(material.runs());
        runs.forEach(run -> byContent.put(run.id(), run));
    }

    /// @param evaluations at least one
    public EvaluationResult assemble(List<Evaluation> evaluations) {
        List<Scored> series = Series.of(evaluations).stream().map(this::scored).toList();
        // One level is all levels; of other benchmarks there is none.
        boolean overall = series.stream().anyMatch(one -> one.evaluation().byIntent().size() != 1);
        return new EvaluationResult(
                evaluations.getFirst().conditions().own().isPresent() ? ownFace(evaluations) : face(evaluations.getFirst().conditions()),
                evaluations,
                series,
                series.stream()
                        .flatMap(one -> Level.of(one.label(), one.evaluation(), overall).stream())
                        .map(level -> FigureRow.of(level, Bootstrap.DEFAULT))
                        .toList(),
                text(evaluations),
                new EvaluationResult.Cautions(
                        SeriesRemarks.of(series.stream().map(Scored::series).toList()), asides(evaluations, series)),
                outcomes(evaluations));
    }

    private static EvaluationResult.Face ownFace(List<Evaluation> evaluations) {
        return EvaluationResult.Face.of(OwnCriterion.joined(evaluations.stream().flatMap(one -> one.conditions().own().stream())));
    }

    /// What a terminal would say.
    private static String text(List<Evaluation> evaluations) {
        return evaluations.getFirst().conditions().own().isPresent()
                ? String.join("\n", OwnText.lines(Series.of(evaluations).stream().map(Series::evaluation).toList())) + "\n"
                : evaluations.stream()
                        .map(evaluation -> String.join("\n", ReleasedReport.lines(evaluation)))
                        .collect(Collectors.joining("\n\n", "", "\n"));
    }

    private Scored scored(Series series) {
        Evaluation whole = series.evaluation();
        SequencedMap<String, Task> asked = new LinkedHashMap<>();
        whole.overall().runs()
                .forEach(run -> Optional.ofNullable(tasks.get(run.score().query())).ifPresent(task -> asked.put(task.query(), task)));
        whole.missing().forEach(task -> asked.put(task.query(), task));
        return new Scored(series, List.copyOf(asked.values()), ConstraintShare.of(whole.overall(), Bootstrap.DEFAULT));
    }

    private List<Aside> asides(List<Evaluation> evaluations, List<Scored> series) {
        List<Evaluation> wholes = series.stream().map(Scored::evaluation).toList();
        if (wholes.getFirst().conditions().own().isPresent()) {
            return ownAsides(evaluations, series, wholes);
        }
        List<RunSummary> left = left(evaluations);
        String profile = evaluations.getFirst().conditions().profile();
        return Stream.of(
                new Aside(
                        "hang-on-title",
                        "passed by the title check alone",
                        wholes.stream().flatMap(e -> places(e.overall().where(TaskScore::hangsOnTitle)).stream()).toList()),
                new Aside("lost", "lost by the harness, neither passed nor failed", lost(wholes)),
                new Aside(
                        "crashes",
                        "at which the released evaluator stops, scored here",
                        wholes.stream().flatMap(e -> places(e.overall().where(TaskScore::crashesReference)).stream()).toList()),
                new Aside("trials", "trials of tasks that were run more than once, each task counted by their mean", trials(wholes)),
                new Aside("copies", "in files that equal another line for line, counted once", copies(evaluations, series)),
                new Aside(
                        "again", "whose line stands more than once, each counted as a trial",
                        wholes.stream().flatMap(ResultAssembly::again).toList()),
                new Aside("of-no-task", "of no task here, not counted",
                        left.stream().filter(run -> task(run).isEmpty()).map(RunSummary::place).toList()),
                new Aside(
                        "outside-profile",
                        "of tasks that " + profile + " does not score",
                        left.stream().filter(run -> task(run).isPresent()).map(RunSummary::place).toList()))
                .filter(aside -> !aside.runs().isEmpty())
                .toList();
    }

    /// The runs that no evaluation counts: those at other places than it scored, and in files that it did not look at those of other
    /// content.
    private List<RunSummary> left(List<Evaluation> evaluations) {
        Set<RunPlace> scored = evaluations.stream()
                .flatMap(e -> Stream.concat(e.trials().stream().map(ScoredRun::place), e.leftovers().lost().stream().map(Unscored::place)))
                .collect(Collectors.toSet());
        Set<RunId> contents = scored.stream().map(RunPlace::id).collect(Collectors.toSet());
        Set<Path> files = scored.stream().flatMap(run -> run.source().stream()).map(RunSource::file).collect(Collectors.toSet());
        return runs.stream()
                .filter(run -> !scored.contains(run.place()) && !(contents.contains(run.id()) && !files.contains(run.source().file())))
                .toList();
    }

    private static List<Aside> ownAsides(List<Evaluation> evaluations, List<Scored> series, List<Evaluation> wholes) {
        return Stream.of(
                new Aside(
                        "unjudged", "that their file does not judge, in no rate",
                        wholes.stream().flatMap(e -> e.leftovers().unknown().stream()).map(Unscored::place).toList()),
                new Aside(
                        "errors", "that an error ended, as their file says, judged all the same",
                        wholes.stream().flatMap(e -> e.trials().stream()).filter(run -> run.details().own().error().isPresent())
                                .map(ScoredRun::place).toList()),
                new Aside("trials", "trials of tasks that were run more than once, each task counted by their mean", trials(wholes)),
                new Aside("copies", "in files that equal another line for line, counted once", copies(evaluations, series)),
                new Aside(
                        "again", "whose line stands more than once, each counted as a trial",
                        wholes.stream().flatMap(ResultAssembly::again).toList()))
                .filter(aside -> !aside.runs().isEmpty())
                .toList();
    }

    /// Every place of the lines that stand more than once.
    private static Stream<RunPlace> again(Evaluation evaluation) {
        Set<RunId> again = evaluation.standingAgain().stream().map(ScoredRun::id).collect(Collectors.toSet());
        return evaluation.trials().stream().filter(run -> again.contains(run.id())).map(ScoredRun::place);
    }

    private static List<RunPlace> lost(List<Evaluation> evaluations) {
        return evaluations.stream().flatMap(e -> e.leftovers().lost().stream()).map(Unscored::place).toList();
    }

    private static List<RunPlace> trials(List<Evaluation> evaluations) {
        return evaluations.stream()
                .flatMap(e -> e.repeated().values().stream())
                .flatMap(List::stream)
                .map(ScoredRun::place)
                .toList();
    }

    private static List<RunPlace> copies(List<Evaluation> evaluations, List<Scored> series) {
        Set<Path> files = series.stream().flatMap(one -> one.series().copies().stream()).collect(Collectors.toSet());
        return evaluations.stream()
                .filter(evaluation -> files.contains(evaluation.conditions().rollouts()))
                .flatMap(evaluation -> places(evaluation.trials()).stream())
                .toList();
    }

    private static List<RunPlace> places(List<ScoredRun> scored) {
        return scored.stream().map(ScoredRun::place).toList();
    }

    private Optional<Task> task(RunSummary run) {
        return run.query().flatMap(query -> Optional.ofNullable(tasks.get(query)));
    }

    private Map<RunId, RunOutcome> outcomes(List<Evaluation> evaluations) {
        Map<RunId, RunOutcome> outcomes = new HashMap<>();
        for (Evaluation evaluation : evaluations) {
            if (evaluation.conditions().own().isPresent()) {
                // What a file says is never shown as if the benchmark's rules said it.
                continue;
            }
            evaluation.trials().forEach(run -> outcomes.put(run.id(), new RunOutcome.Scored(run.score())));
            for (Unscored lost : evaluation.leftovers().lost()) {
                String status = Optional.ofNullable(byContent.get(lost.id())).flatMap(RunSummary::status).orElse("no steps");
                outcomes.put(lost.id(), new RunOutcome.Unscorable("the harness lost it: " + status));
            }
        }
        return outcomes;
    }

    private EvaluationResult.Face face(Evaluation.Conditions conditions) {
        Sandbox open = sandbox.orElseThrow(() -> new IllegalStateException("no catalogue is open"));
        return new EvaluationResult.Face(
                conditions.profile(),
                conditions.similarity(),
                conditions.comparable(),
                conditions.calibrations().stream().map(SimilarityCalibration::told).collect(Collectors.joining("; ")),
                String.format(Locale.ROOT, "%s · %,d products", open.fingerprint().brief(), open.size()) + outdated(open),
                open.fingerprint().sha256());
    }

    /// What a reader must know of the catalogue where its documents have changed.
    private static String outdated(Sandbox open) {
        List<String> changed = open.info().changed(Progress.NONE);
        return changed.isEmpty() ? "" : ", indexed before " + String.join(", ", changed) + " changed";
    }
}
