package org.shoptrace.app.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationJson;
import org.shoptrace.core.evaluate.EvaluationNotes;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.ReleasedReport;
import org.shoptrace.core.json.JsonWriter;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.OroProfile;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.ShoppingBenchProfile;
import org.shoptrace.core.score.TitleSimilarity;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace evaluate`: the released evaluator's report for each rollout file, and all figures as JSON.
@Command(name = "evaluate", mixinStandardHelpOptions = true, description = "Score rollout files as the released evaluator does.")
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(names = "--tasks", required = true, paramLabel = "FILE", description = "The tasks: JSON lines or a suite.")
    private Path tasks = Path.of("");

    @Option(names = "--rollouts", required = true, arity = "1..*", paramLabel = "FILE", description = "Rollout files, one report each.")
    private List<Path> rollouts = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = ShoppingBenchProfile.NAME,
            description = "shoppingbench (default) or oro.")
    private String profile = ShoppingBenchProfile.NAME;

    @Option(
            names = "--similarity",
            paramLabel = "MODEL",
            defaultValue = "embedded",
            description = "embedded (default), table:FILE or endpoint:URL,MODEL (key from SHOPTRACE_API_KEY).")
    private String similarity = "embedded";

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name (default: from the rollout file's name).")
    private @Nullable String model;

    @Option(names = "--no-think", description = "The runs are without thoughts: format looks at tool calls only.")
    private boolean noThink;

    @Option(names = "--json", paramLabel = "OUT", description = "Write all figures to this file.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        SimilarityOption option = similarityOption();
        if (!List.of(ShoppingBenchProfile.NAME, OroProfile.NAME).contains(profile)) {
            throw new ParameterException(spec.commandLine(), "--profile: shoppingbench or oro is expected, not " + profile);
        }
        if (json != null && json.toAbsolutePath().getParent() instanceof Path folder && !Files.isDirectory(folder)) {
            throw new ShoptraceException("there is no folder to write the figures to", folder.toString(), "Create it");
        }
        TaskFile taskFile = TaskFileReader.read(tasks);
        PrintWriter err = spec.commandLine().getErr();
        taskFile.rejections().forEach(rejection -> err.println(rejection));
        SimilarityModels models = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        List<Evaluation> evaluations = new ArrayList<>();
        try (Sandbox sandbox = catalog.open();
                SimilarityModels.Opened opened = option.open(models, taskFile)) {
            Profile scorer = profile(sandbox, opened.similarity());
            Evaluator evaluator = new Evaluator(Runtime.getRuntime().availableProcessors());
            for (Path file : rollouts) {
                EvaluationRequest request =
                        new EvaluationRequest(taskFile.tasks(), file, Optional.ofNullable(model), scorer);
                Evaluation evaluation = evaluator.evaluate(request, new TerminalProgress(err, System::nanoTime));
                ReleasedReport.lines(evaluation).forEach(spec.commandLine().getOut()::println);
                EvaluationNotes.lines(evaluation).forEach(err::println);
                evaluations.add(evaluation);
            }
        }
        if (json != null) {
            write(json, evaluations);
        }
        return 0;
    }

    private SimilarityOption similarityOption() {
        try {
            return SimilarityOption.parse(similarity);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--similarity: " + e.getMessage(), e);
        }
    }

    private Profile profile(Sandbox sandbox, TitleSimilarity titles) {
        return profile.equals(OroProfile.NAME)
                ? new OroProfile(sandbox::product, titles, noThink)
                : new ShoppingBenchProfile(sandbox::product, titles, noThink);
    }

    private static void write(Path file, List<Evaluation> evaluations) throws ShoptraceException {
        List<Json.Obj> objects = evaluations.stream().map(EvaluationJson::encode).toList();
        Json answer = objects.size() == 1 ? objects.getFirst() : Json.array(objects);
        try {
            Files.writeString(file, JsonWriter.indented(answer) + "\n");
        } catch (IOException e) {
            throw new ShoptraceException(
                    "the figures cannot be written, " + e.getMessage(), file.toString(), "Name a file in a folder that exists", e);
        }
    }
}
