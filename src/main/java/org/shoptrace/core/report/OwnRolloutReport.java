package org.shoptrace.core.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.core.evaluate.own.OwnEvaluator;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.OpenScorer;
import org.shoptrace.core.evaluate.setup.OwnMaking;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.task.Task;

/// Judges rollout files by what they say of their runs, and makes a report of it.
///
/// @param setup     whose files judge
/// @param bootstrap of the intervals
/// @param remarks   told of what a reader of the figures must know, a line each
public record OwnRolloutReport(EvaluationSetup setup, Bootstrap bootstrap, Consumer<String> remarks) {
    private static final Path OUT = Path.of("report");

    /// What the benchmark's rules need to judge the same runs.
    ///
    /// @param setup   whose rules judge
    /// @param tasks   the tasks of each task file
    /// @param sandbox where products are looked up
    public record Rules(EvaluationSetup setup, SequencedMap<Path, List<Task>> tasks, Sandbox sandbox, Similarities similarities) {}

    /// The files' verdicts alone.
    ///
    /// @throws ShoptraceException when a file cannot be read, or no run is judged by its file
    public Report make(Progress progress) throws ShoptraceException {
        List<Evaluation> judged = judged(progress);
        ExportOrigin origin = ExportOrigin.of(making(setup, judged, bootstrap), OwnMaking.settings(bootstrap), Optional.empty(), progress);
        return report(judged, origin, Optional.empty());
    }

    /// With what the benchmark's rules say of the same runs beside.
    ///
    /// @throws ShoptraceException as [#make(Progress)], and when a product or a similarity cannot be had
    public Report make(Rules rules, Progress progress) throws ShoptraceException {
        List<Evaluation> judged = judged(progress);
        EvaluationMaterial material = EvaluationMaterial.of(rules.setup(), rules.tasks(), rules.sandbox(), progress);
        try (OpenScorer scorer = OpenScorer.of(
                rules.setup(), material, rules.similarities(), new Evaluator(Runtime.getRuntime().availableProcessors()))) {
            List<Evaluation> byRules = scorer.evaluate(_ -> {}, progress);
            scorer.similarity().remarks().forEach(remarks);
            Making making = SetupMaking.scorer(
                    Making.by("report").catalogue().files("--tasks", Making.Role.TASKS, rules.tasks().keySet()), rules.setup());
            Settings settings = SetupMaking.settings(rules.setup(), scorer.similarity())
                    .judgedByFiles()
                    .drawnBy(bootstrap.seed(), bootstrap.resamples());
            List<? extends Making.Word> own = making(setup, judged, bootstrap).words();
            ExportOrigin origin = ExportOrigin.of(
                    making.and(own.subList(1, own.size())), settings, Optional.of(ProvenanceOf.catalogue(rules.sandbox().info())),
                    progress);
            return report(judged, origin, OwnAgreement.of(byRules, setup.own().orElseThrow()).map(
                    agreement -> new ReportInput.OwnBesideRules(agreement, "profile " + scorer.profile().name())));
        }
    }

    private List<Evaluation> judged(Progress progress) throws ShoptraceException {
        List<Evaluation> evaluations = new OwnEvaluator(setup.own().orElseThrow()).evaluate(setup, _ -> {}, progress);
        evaluations.forEach(file -> file.leftovers().rejected().forEach(rejection -> remarks.accept(rejection.toString())));
        SeriesRemarks.of(Series.of(evaluations)).forEach(remarks);
        return evaluations;
    }

    private Report report(List<Evaluation> judged, ExportOrigin origin, Optional<ReportInput.OwnBesideRules> beside) {
        return EvaluationReport.of(new ReportInput(Series.of(judged), List.of(), bootstrap, origin, ReportInput.Findings.of(beside)));
    }

    /// The command that makes the report again.
    ///
    /// @param made what was made by the set-up
    static Making making(EvaluationSetup setup, List<Evaluation> made, Bootstrap bootstrap) {
        return OwnMaking.of("report", setup, made).option("--seed", Long.toString(bootstrap.seed())).out("--out", OUT);
    }
}
