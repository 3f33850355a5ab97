package org.shoptrace.app.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationNotes;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.ReleasedReport;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.core.evaluate.own.OwnText;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.FilesJson;
import org.shoptrace.core.evaluate.result.RolloutScorer;
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
import org.shoptrace.core.provenance.Provenance.Similarity;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.embedding.SimilarityModels;
import org.shoptrace.core.settings.UserFolders;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.TaskFile;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `shoptrace evaluate`: the released evaluator's report for each rollout file, or what the files say of their runs themselves; and all
/// figures as JSON.
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Score rollout files as the released evaluator does, or by what the files of any benchmark say of their runs.")
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private JudgeOptions judge = new JudgeOptions();

    @Option(names = "--tasks", paramLabel = "FILE", description = "The tasks: JSON lines or a suite; required unless --by own.")
    private Optional<Path> tasks = Optional.empty();

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
        OptionalDouble own = judge.own();
        SimilarityChoice similarity = scorer.similarity(spec);
        ScorerOptions.requireModels(models, rollouts, spec);
        if (own.isEmpty()) {
            judge.requireMaterial(tasks.stream().toList());
        }
        Optional<JsonOutput> output = json == null ? Optional.empty() : Optional.of(JsonOutput.at(json));
        TerminalProgress progress = new TerminalProgress(spec.commandLine().getErr(), System::nanoTime);
        EvaluationSetup rules = new EvaluationSetup(
                rollouts, models, own.isEmpty() ? EvaluationSetup.Asked.ALL : EvaluationSetup.Asked.ITS_OWN, scorer.profile(), similarity,
                noThink);
        if (own.isPresent()) {
            byOwn(EvaluationSetup.byOwn(rollouts, models, own.getAsDouble()), rules, output, progress);
        } else {
            byRules(rules, output, progress);
        }
        return 0;
    }

    private void byRules(EvaluationSetup setup, Optional<JsonOutput> output, Progress progress) throws ShoptraceException {
        try (Rules rules = open(setup, progress)) {
            List<Evaluation> evaluations = rules.scorer().evaluate(this::print, progress);
            PrintWriter err = spec.commandLine().getErr();
            rules.scorer().similarity().remarks().forEach(err::println);
            SeriesRemarks.of(Series.of(evaluations)).forEach(err::println);
            if (output.isPresent()) {
                ExportOrigin origin = origin(setup, rules, evaluations.getFirst(), progress);
                write(FilesJson.of(evaluations, origin), output.get());
            }
        }
    }

    /// What the files say, and beside it what the rules say where tasks and a catalogue are named.
    private void byOwn(EvaluationSetup setup, EvaluationSetup beside, Optional<JsonOutput> output, Progress progress)
            throws ShoptraceException {
        EvaluationResult result = ofThisUser().run(setup, EvaluationMaterial.ofFiles(), progress);
        PrintWriter out = spec.commandLine().getOut();
        result.report().lines().forEach(out::println);
        PrintWriter err = spec.commandLine().getErr();
        result.evaluations().forEach(file -> file.leftovers().rejected().forEach(err::println));
        result.remarks().forEach(err::println);
        if (!judge.hasCatalog() || tasks.isEmpty()) {
            if (output.isPresent()) {
                write(FilesJson.of(result.evaluations(),
                        OwnMaking.origin("evaluate", setup, result.evaluations(), "--json", Path.of("evaluation.json"), progress)),
                        output.get());
            }
            return;
        }
        try (Rules rules = open(beside, progress)) {
            List<Evaluation> judged = rules.scorer().evaluate(_ -> {}, progress);
            OwnAgreement.of(judged, setup.own().orElseThrow()).ifPresent(agreement -> {
                out.println();
                OwnText.lines(agreement, judged.getFirst().conditions().profile()).forEach(out::println);
            });
            if (output.isPresent()) {
                write(FilesJson.of(result.evaluations(), judged,
                        origin(OwnMaking.of("evaluate", setup, result.evaluations()), beside, rules, judged.getFirst(), progress)),
                        output.get());
            }
        }
    }

    private static void write(List<Json.Obj> objects, JsonOutput output) throws ShoptraceException {
        output.write(objects.size() == 1 ? objects.getFirst() : Json.array(objects));
    }

    /// What the benchmark's rules need, as long as it is open.
    private record Rules(OpenScorer scorer, Sandbox sandbox, Path tasks) implements AutoCloseable {
        @Override
        public void close() {
            try (sandbox) {
                scorer.close();
            }
        }
    }

    private Rules open(EvaluationSetup setup, Progress progress) throws ShoptraceException {
        TaskFile taskFile = TaskFileReader.read(tasks.orElseThrow());
        PrintWriter err = spec.commandLine().getErr();
        taskFile.rejections().forEach(err::println);
        Sandbox sandbox = judge.open();
        try {
            SequencedMap<Path, List<Task>> of = new LinkedHashMap<>();
            of.put(taskFile.path(), taskFile.tasks());
            EvaluationMaterial material = EvaluationMaterial.of(setup, of, sandbox, progress);
            progress.report("Loading the title similarity", -1);
            return new Rules(ofThisUser().open(setup, material), sandbox, taskFile.path());
        } catch (ShoptraceException | RuntimeException e) {
            try (sandbox) {
                throw e;
            }
        }
    }

    private static ExportOrigin origin(EvaluationSetup setup, Rules rules, Evaluation made, Progress progress) {
        Making making = Making.by("evaluate").catalogue().files("--tasks", Making.Role.TASKS, List.of(rules.tasks()));
        making = SetupMaking.scorer(SetupMaking.rollouts(making, setup.files(), setup.models()), setup);
        return ExportOrigin.of(
                making.out("--json", Path.of("evaluation.json")), settings(setup, made),
                Optional.of(ProvenanceOf.catalogue(rules.sandbox().info())), progress);
    }

    private static ExportOrigin origin(Making own, EvaluationSetup beside, Rules rules, Evaluation made, Progress progress) {
        Making making = own.catalogue().files("--tasks", Making.Role.TASKS, List.of(rules.tasks()));
        making = SetupMaking.scorer(making, beside);
        return ExportOrigin.of(
                making.out("--json", Path.of("evaluation.json")), settings(beside, made).judgedByFiles(),
                Optional.of(ProvenanceOf.catalogue(rules.sandbox().info())), progress);
    }

    private static Settings settings(EvaluationSetup setup, Evaluation made) {
        return Settings.NONE
                .scoredBy(
                        made.conditions().profile(),
                        new Similarity(made.conditions().similarity(), made.conditions().comparable(), setup.similarity().sha256()),
                        setup.noThink())
                .drawnBy(Bootstrap.DEFAULT.seed(), Bootstrap.DEFAULT.resamples());
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
