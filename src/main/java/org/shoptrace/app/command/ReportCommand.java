package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.file.OwnFolder;
import org.shoptrace.core.report.OwnRolloutReport;
import org.shoptrace.core.report.Report;
import org.shoptrace.core.report.ReportFolder;
import org.shoptrace.core.report.RolloutReport;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.SimilarityChoice;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `shoptrace report`: scores rollout files and writes a report that can be handed on.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Score and diagnose rollout files and write one self-contained HTML report, with every table as CSV and JSON and"
                + " every "
                + "chart as SVG and PNG.")
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private JudgeOptions judge = new JudgeOptions();

    @Option(
            names = "--tasks",
            arity = "1..*",
            paramLabel = "FILE",
            description = "The tasks: JSON lines or a suite; the files of several intents make one report. Required unless --by own.")
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
            description = "Rollout files. Those of one model are one row; where they hold runs of the same task, these are trials of it.")
    private List<Path> rollouts = List.of();

    @Option(
            names = "--model",
            arity = "1..*",
            paramLabel = "NAME",
            description = "The model's name: one for all rollout files, or one for each in their order (default: from the files' names)."
                    + " Files of one model are trials of it.")
    private List<String> models = List.of();

    @Mixin
    private ScorerOptions scorer = new ScorerOptions();

    @Option(
            names = "--beside",
            arity = "1..*",
            paramLabel = "MODEL",
            description = "Other title similarities to score the same runs with, in the forms of --similarity; the report lists what"
                    + " flips.")
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

    @Option(
            names = "--without",
            arity = "1..*",
            paramLabel = "PART",
            description = "Leave out parts that take time: other-profile, leaks.")
    private List<String> without = List.of();

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
        SimilarityChoice similarity = scorer.similarity(spec);
        List<SimilarityChoice> others = beside.stream().map(text -> ScorerOptions.parsed(text, "--beside", spec)).toList();
        OptionalDouble own = judge.own();
        requireUsage();
        PrintWriter err = spec.commandLine().getErr();
        if (own.isPresent()) {
            ReportFolder.write(OwnFolder.at(out), byOwn(own.getAsDouble(), similarity, err), CommandInputs.of(spec))
                    .forEach(spec.commandLine().getOut()::println);
            return 0;
        }
        judge.requireMaterial(tasks);
        RolloutReport.Order order = new RolloutReport.Order(
                new EvaluationSetup(
                        rollouts, models, ownTasks ? EvaluationSetup.Asked.ITS_OWN : EvaluationSetup.Asked.ALL, scorer.profile(),
                        similarity, noThink),
                read(err), others, calibration, annotations, noDiagnosis ? OptionalInt.empty() : OptionalInt.of(steps), bootstrap(),
                leftOut());
        Report report;
        try (Sandbox sandbox = judge.open()) {
            report = new RolloutReport(
                    order, sandbox, new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv()),
                    Runtime.getRuntime().availableProcessors(), err::println, new TerminalProgress(err, System::nanoTime))
                    .make();
        }
        ReportFolder.write(OwnFolder.at(out), report, CommandInputs.of(spec)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }

    /// What the files say of their runs; beside it what the rules say, where tasks and a catalogue are named.
    private Report byOwn(double threshold, SimilarityChoice similarity, PrintWriter err) throws ShoptraceException {
        OwnRolloutReport report = new OwnRolloutReport(EvaluationSetup.byOwn(rollouts, models, threshold), bootstrap(), err::println);
        TerminalProgress progress = new TerminalProgress(err, System::nanoTime);
        if (!judge.hasCatalog() || tasks.isEmpty()) {
            return report.make(progress);
        }
        try (Sandbox sandbox = judge.open()) {
            EvaluationSetup rules = new EvaluationSetup(
                    rollouts, models, EvaluationSetup.Asked.ITS_OWN, scorer.profile(), similarity, noThink);
            return report.make(
                    new OwnRolloutReport.Rules(
                            rules, read(err), sandbox, new SimilarityModels(UserFolders.ofThisUser().cache(), System.getenv())),
                    progress);
        }
    }

    private SequencedMap<Path, List<Task>> read(PrintWriter err) throws ShoptraceException {
        SequencedMap<Path, List<Task>> read = new LinkedHashMap<>();
        for (Path file : tasks) {
            TaskFile taskFile = TaskFileReader.read(file);
            read.put(file, taskFile.tasks());
            taskFile.rejections().forEach(rejection -> err.println(rejection));
        }
        return read;
    }

    private void requireUsage() {
        if (steps < 1) {
            throw new ParameterException(spec.commandLine(), "--steps: at least 1 is expected, not " + steps);
        }
        ScorerOptions.requireModels(models, rollouts, spec);
    }

    private Bootstrap bootstrap() {
        return new Bootstrap(seed.orElse(Bootstrap.DEFAULT.seed()), Bootstrap.DEFAULT.resamples());
    }

    private Set<RolloutReport.Without> leftOut() {
        Set<RolloutReport.Without> parts = EnumSet.noneOf(RolloutReport.Without.class);
        for (String name : without) {
            parts.add(Stream.of(RolloutReport.Without.values()).filter(part -> part.wireName().equals(name)).findFirst().orElseThrow(
                    () -> new ParameterException(
                            spec.commandLine(), "--without: other-profile or leaks is expected, not " + name)));
        }
        return parts;
    }
}
