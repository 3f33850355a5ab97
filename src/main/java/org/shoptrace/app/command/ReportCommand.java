package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationNotes;
import org.shoptrace.core.evaluate.EvaluationRequest;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.report.EvaluationReport;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.report.ReportInput;
import org.shoptrace.core.report.Series;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace report`: scores rollout files and writes a report that can be handed on.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Score rollout files and write one self-contained HTML report, with every table as CSV and JSON.")
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Option(
            names = "--tasks",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "The tasks: JSON lines or a suite; the files of several intents make one report.")
    private List<Path> tasks = List.of();

    @Option(
            names = "--rollouts",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Rollout files. Those of one model, by their names, are one row unless they hold the same tasks.")
    private List<Path> rollouts = List.of();

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Option(names = "--no-think", description = "The runs are without thoughts: format looks at tool calls only.")
    private boolean noThink;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "report", description = "The folder to write to (default: report).")
    private Path out = Path.of("report");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The seed of the bootstrap (default: a fixed one, printed in the report).")
    private Optional<Long> seed = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ShoptraceException {
        SimilarityOption option = scorer.similarity(spec);
        PrintWriter err = spec.commandLine().getErr();
        List<Task> asked = new ArrayList<>();
        for (Path file : tasks) {
            TaskFile taskFile = TaskFileReader.read(file);
            asked.addAll(taskFile.tasks());
            taskFile.rejections().forEach(rejection -> err.println(rejection));
        }
        SimilarityModels models = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        List<Evaluation> evaluations = new ArrayList<>();
        String fingerprint;
        try (Sandbox sandbox = catalog.open();
                SimilarityModels.Opened opened = option.open(models, asked)) {
            fingerprint = sandbox.fingerprint().sha256();
            Profile profile = scorer.profile(sandbox, opened.similarity(), noThink);
            Evaluator evaluator = new Evaluator(Runtime.getRuntime().availableProcessors());
            for (Path file : rollouts) {
                Evaluation evaluation = evaluator.evaluate(
                        new EvaluationRequest(asked, file, Optional.empty(), profile), new TerminalProgress(err, System::nanoTime));
                EvaluationNotes.lines(evaluation).forEach(err::println);
                evaluations.add(evaluation);
            }
        }
        Bootstrap bootstrap = new Bootstrap(seed.orElse(Bootstrap.DEFAULT.seed()), Bootstrap.DEFAULT.resamples());
        ReportInput input = new ReportInput(Series.of(evaluations), asked, bootstrap, fingerprint, commandLine());
        ReportFolder.write(out, EvaluationReport.of(input)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private String commandLine() {
        List<String> arguments = spec.root().commandLine().getParseResult().originalArgs();
        return "shoptrace " + arguments.stream().map(ReportCommand::quoted).collect(Collectors.joining(" "));
    }

    /// As a POSIX shell takes it for one word.
    private static String quoted(String argument) {
        return argument.matches("[\\w./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
