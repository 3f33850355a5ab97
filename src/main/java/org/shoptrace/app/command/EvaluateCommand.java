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
import org.shoptrace.core.evaluate.figure.EvaluationJson;
import org.shoptrace.core.evaluate.result.RolloutScorer;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
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

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name (default: from the rollout file's name).")
    private @Nullable String model;

    @Option(names = "--no-think", description = "The runs are without thoughts: format looks at tool calls only.")
    private boolean noThink;

    @Option(names = "--json", paramLabel = "OUT", description = "Write all figures to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        SimilarityChoice similarity = scorer.similarity(spec);
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        TaskFile taskFile = tasks.read();
        PrintWriter err = spec.commandLine().getErr();
        taskFile.rejections().forEach(rejection -> err.println(rejection));
        EvaluationSetup setup = new EvaluationSetup(
                rollouts, model == null ? List.of() : List.of(model), EvaluationSetup.Asked.ALL, scorer.profile(), similarity, noThink);
        List<Evaluation> evaluations;
        try (Sandbox sandbox = catalog.open()) {
            EvaluationMaterial material = new EvaluationMaterial(
                    List.of(taskFile.tasks()), List.of(taskFile.path()), List.of(), sandbox);
            evaluations = ofThisUser().evaluate(setup, material, this::print, new TerminalProgress(err, System::nanoTime));
        }
        if (output.isPresent()) {
            List<Json.Obj> objects = evaluations.stream().map(EvaluationJson::encode).toList();
            output.get().write(objects.size() == 1 ? objects.getFirst() : Json.array(objects));
        }
        return 0;
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
