package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationNotes;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.ReleasedReport;
import org.shoptrace.core.evaluate.result.FilesJson;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.OpenScorer;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace evaluate`: the released evaluator's report for each rollout file, and all figures as JSON.
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Score rollout files as the released evaluator does.")
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Mixin
    private TasksOption tasks = new TasksOption();

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Option(names = "--rollouts", required = true, arity = "1..*", paramLabel = "FILE", description = "Rollout files, one report each.")
    private List<Path> rollouts = List.of();

    @Option(
            names = "--model",
            arity = "1..*",
            paramLabel = "NAME",
            description = "The model's name: one for all rollout files, or one for each in their order (default: from the files' names)."
                    + " Files of one model are trials of it.")
    private List<String> models = List.of();

    @Option(names = "--no-think", description = "The runs are without thoughts: format looks at tool calls only.")
    private boolean noThink;

    @Option(names = "--json", paramLabel = "OUT", description = "Write all figures to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        SimilarityChoice similarity = scorer.similarity(spec);
        ScorerOptions.requireModels(models, rollouts, spec);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        TaskFile taskFile = tasks.read();
        PrintWriter err = spec.commandLine().getErr();
        taskFile.rejections().forEach(rejection -> err.println(rejection));
        EvaluationSetup setup = new EvaluationSetup(
                rollouts, models, EvaluationSetup.Asked.ALL, scorer.profile(), similarity, noThink);
        TerminalProgress progress = new TerminalProgress(err, System::nanoTime);
        List<Evaluation> evaluations;
        try (Sandbox sandbox = catalog.open()) {
            EvaluationMaterial material = new EvaluationMaterial(
                    List.of(taskFile.tasks()), List.of(taskFile.path()), List.of(), sandbox);
            progress.report("Loading the title similarity", -1);
            try (OpenScorer open = ofThisUser().open(setup, material)) {
                evaluations = open.evaluate(this::print, progress);
                open.similarity().remarks().forEach(err::println);
            }
            SeriesRemarks.of(Series.of(evaluations)).forEach(err::println);
            if (output.isPresent()) {
                ExportOrigin origin = origin(setup, taskFile.path(), evaluations.getFirst(), sandbox, progress);
                List<Json.Obj> objects = FilesJson.of(evaluations, origin);
                output.get().write(objects.size() == 1 ? objects.getFirst() : Json.array(objects));
            }
        }
        return 0;
    }

    private static ExportOrigin origin(EvaluationSetup setup, Path tasks, Evaluation made, Sandbox sandbox, Progress progress) {
        Making making = Making.by("evaluate").catalogue().files("--tasks", Making.Role.TASKS, List.of(tasks));
        making = SetupMaking.scorer(SetupMaking.rollouts(making, setup.files(), setup.models()), setup);
        Settings settings = Settings.NONE
                .scoredBy(
                        made.conditions().profile(),
                        new Similarity(made.conditions().similarity(), made.conditions().comparable(), setup.similarity().sha256()),
                        setup.noThink())
                .drawnBy(Bootstrap.DEFAULT.seed(), Bootstrap.DEFAULT.resamples());
        return ExportOrigin.of(
                making.out("--json", Path.of("evaluation.json")), settings, Optional.of(ProvenanceOf.catalogue(sandbox.info())), progress);
    }

    private static RolloutScorer ofThisUser() {
        return new RolloutScorer(
                new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv()),
                new Evaluator(Runtime.getRuntime().availableProcessors()));
    }

    private void print(Evaluation evaluation) {
        ReleasedReport.lines(evaluation).forEach(spec.commandLine().getOut()::println);
        EvaluationNotes.lines(evaluation).forEach(spec.commandLine().getErr()::println);
    }
}
