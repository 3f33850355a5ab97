package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationNotes;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.TaskCover;
import org.shoptrace.core.report.EvaluationReport;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.report.ReportInput;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.report.ShellWords;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace report`: scores rollout files and writes a report that can be handed on.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Score and diagnose rollout files and write one self-contained HTML report, with every table as CSV and JSON and every "
                + "chart as SVG and PNG.")
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
            names = "--own-tasks",
            description = "Hold each rollout file against those of the task files alone that its runs were made from, as the window does.")
    private boolean ownTasks;

    @Option(
            names = "--rollouts",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Rollout files. Those of one model, by their names, are one row unless they hold the same tasks.")
    private List<Path> rollouts = List.of();

    @Option(
            names = "--model",
            arity = "1..*",
            paramLabel = "NAME",
            description = "The model's name: one for all rollout files, or one for each in their order (default: from the files' names).")
    private List<String> models = List.of();

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Option(
            names = "--beside",
            arity = "1..*",
            paramLabel = "MODEL",
            description = "Other title similarities to score the same runs with, in the forms of --similarity; the report lists what flips.")
    private List<String> beside = List.of();

    @Option(
            names = "--calibration",
            paramLabel = "SUITE",
            description = "A suite whose Qwen3 vectors the title similarity is held against in the report.")
    private Optional<Path> calibration = Optional.empty();

    @Option(
            names = "--annotations",
            paramLabel = "DIR",
            description = "A folder of annotations, such as WORKSPACE/.shoptrace/annotations, to hold the scorer against.")
    private Optional<Path> annotations = Optional.empty();

    @Option(names = "--no-think", description = "The runs are without thoughts: format looks at tool calls only.")
    private boolean noThink;

    @Option(names = "--no-diagnosis", description = "Leave out stages, faults and claims, which takes much less time.")
    private boolean noDiagnosis;

    @Option(names = "--steps", paramLabel = "N", defaultValue = "30", description = "How many steps an agent had (default: 30).")
    private int steps = Diagnostician.USUAL_STEP_LIMIT;

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
        // pictures are painted in memory; a display that is named and cannot be reached must not keep them from being made
        System.setProperty("java.awt.headless", "true");
        SimilarityOption option = scorer.similarity(spec);
        List<SimilarityOption> others = beside.stream().map(text -> ScorerOptions.parsed(text, "--beside", spec)).toList();
        requireUsage();
        PrintWriter err = spec.commandLine().getErr();
        List<Task> asked = new ArrayList<>();
        SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
        for (Path file : tasks) {
            TaskFile taskFile = TaskFileReader.read(file);
            asked.addAll(taskFile.tasks());
            splits.put(file.toString(), taskFile.tasks());
            taskFile.rejections().forEach(rejection -> err.println(rejection));
        }
        SimilarityModels similarities = new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv());
        ReportInput input;
        try (Sandbox sandbox = catalog.open();
                SimilarityModels.Opened opened = option.open(similarities, asked)) {
            Profile profile = scorer.profile(sandbox, opened.similarity(), noThink);
            List<Task> scored = asked.stream().filter(task -> profile.intents().contains(task.intent())).toList();
            requireTasks(scored, asked, profile);
            Optional<TaskCover> cover = ownTasks ? Optional.of(new TaskCover(List.copyOf(splits.values()))) : Optional.empty();
            ReportScoring scoring = new ReportScoring(scored, rollouts, models, cover, new TerminalProgress(err, System::nanoTime));
            List<Evaluation> evaluations = scoring.evaluate(profile);
            String taskFiles = tasks.stream().map(Path::toString).collect(Collectors.joining(", "));
            for (Evaluation evaluation : evaluations) {
                ScoredRuns.require(evaluation, taskFiles);
            }
            evaluations.stream().map(EvaluationNotes::lines).forEach(lines -> lines.forEach(err::println));
            List<Series> series = Series.of(evaluations);
            scoring.otherProfile(series, scorer.otherProfile(sandbox, opened.similarity(), noThink));
            scoring.equalTitles(series, profile);
            for (SimilarityOption other : others) {
                try (SimilarityModels.Opened model = other.open(similarities, asked)) {
                    scoring.otherSimilarity(series, profile, model.similarity());
                }
            }
            ReportInput.Findings findings = scoring.findings(
                    asked.stream().filter(task -> !profile.intents().contains(task.intent())).toList(), judgements(), calibration(opened),
                    SplitLeaks.of(splits, sandbox::product));
            input = new ReportInput(
                    series, scored, bootstrap(), sandbox.fingerprint().sha256(), commandLine(),
                    noDiagnosis ? findings : findings.with(scoring.diagnose(new Diagnostician(sandbox, profile, steps))));
        }
        ReportFolder.write(out, EvaluationReport.of(input)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    private void requireUsage() {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        if (models.size() > 1 && models.size() != rollouts.size()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--model: one name, or one for each of the " + rollouts.size() + " rollout files, not " + models.size());
        }
    }

    private void requireTasks(List<Task> scored, List<Task> asked, Profile profile) throws ShoptraceException {
        if (scored.isEmpty()) {
            throw new ShoptraceException(
                    "the profile " + profile.name() + " scores none of the " + asked.size() + " tasks",
                    tasks.stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "Choose the profile shoppingbench, or other tasks");
        }
    }

    private Judgements judgements() throws ShoptraceException {
        if (annotations.isEmpty()) {
            return Judgements.NONE;
        }
        if (!Files.isDirectory(annotations.get())) {
            throw new ShoptraceException(
                    "there is no such folder of annotations", annotations.get().toString(), "Name the annotations folder of a workspace");
        }
        try (AnnotationStore store = new AnnotationStore(annotations.get(), List.of())) {
            AnnotationStore.Contents contents = store.read();
            contents.rejections().forEach(spec.commandLine().getErr()::println);
            return Judgements.of(contents.annotations());
        }
    }

    private Optional<TitleCalibration> calibration(SimilarityModels.Opened opened) throws ShoptraceException {
        if (calibration.isEmpty()) {
            return Optional.empty();
        }
        SuiteEmbeddings vectors = CalibrateCommand.vectors(TaskFileReader.read(calibration.get()));
        return Optional.of(TitleCalibration.of(vectors.titles(), vectors::vector, opened.similarity()));
    }

    private Bootstrap bootstrap() {
        return new Bootstrap(seed.orElse(Bootstrap.DEFAULT.seed()), Bootstrap.DEFAULT.resamples());
    }

    private String commandLine() {
        return ShellWords
                .joined(Stream.concat(Stream.of("shoptrace"), spec.root().commandLine().getParseResult().originalArgs().stream()).toList());
    }
}
