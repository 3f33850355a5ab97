package org.shoptrace.core.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.annotate.AnnotationStore;
import org.shoptrace.core.diagnose.Diagnostician;
import org.shoptrace.core.diagnose.FileDiagnosis;
import org.shoptrace.core.diagnose.RunFactsOf;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.EvaluationNotes;
import org.shoptrace.core.evaluate.Evaluator;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.result.OtherScorers;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.evaluate.setup.OpenScorer;
import org.shoptrace.core.evaluate.setup.SetupMaking;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.provenance.FileNames;
import org.shoptrace.core.provenance.Making;
import org.shoptrace.core.provenance.Provenance.Settings;
import org.shoptrace.core.provenance.ProvenanceOf;
import org.shoptrace.core.sandbox.Sandbox;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.Similarities;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.task.SuiteEmbeddings;
import org.shoptrace.core.task.TaskFileReader;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;

/// Scores rollout files, under their own scorer and under others, diagnoses their runs, and makes a report of it all. [ResultReport] is the
/// one of a result that is there already.
public final class RolloutReport {
    private final Order order;
    private final Sandbox sandbox;
    private final Similarities similarities;
    private final int workers;
    private final Consumer<String> remarks;
    private final Progress progress;

    /// What is asked for.
    ///
    /// @param tasks       the tasks of each task file
    /// @param beside      other title similarities to score the same runs with
    /// @param calibration a suite whose vectors the title similarity is held against
    /// @param annotations a folder of annotations to hold the scorer against
    /// @param steps       how many steps an agent had, 1 at least; empty: the runs are not diagnosed
    /// @param without     what is left out to take less time
    public record Order(
            EvaluationSetup setup,
            SequencedMap<Path, List<Task>> tasks,
            List<SimilarityChoice> beside,
            Optional<Path> calibration,
            Optional<Path> annotations,
            OptionalInt steps,
            Bootstrap bootstrap,
            Set<Without> without) {
        public Order {
            beside = List.copyOf(beside);
            without = Set.copyOf(without);
        }

        private List<Task> all() {
            return tasks.values().stream().flatMap(List::stream).toList();
        }

        /// The command that makes the report again.
        Making making() throws ShoptraceException {
            return new ReportMaking(
                    setup, List.copyOf(tasks.keySet()), steps, bootstrap,
                    new ReportMaking.Extras(beside, calibration, annotations, without)).making();
        }
    }

    /// A part of the report that may be left out.
    public enum Without {
        /// The runs by the profile that was not chosen.
        OTHER_PROFILE("other-profile"),
        /// What the task files share.
        LEAKS("leaks");

        private final String wireName;

        Without(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /// @param workers how many runs are scored or diagnosed at a time
    /// @param remarks told of what a reader of the figures must know, a line each, while the report is made
    public RolloutReport(
            Order order, Sandbox sandbox, Similarities similarities, int workers, Consumer<String> remarks, Progress progress) {
        this.order = order;
        this.sandbox = sandbox;
        this.similarities = similarities;
        this.workers = workers;
        this.remarks = remarks;
        this.progress = progress;
    }

    /// @throws ShoptraceException when a file, a product or a similarity cannot be had, or there is nothing to score
    /// @throws java.util.concurrent.CancellationException when the job was cancelled
    public Report make() throws ShoptraceException {
        return EvaluationReport.of(input());
    }

    private ReportInput input() throws ShoptraceException {
        EvaluationSetup setup = order.setup();
        List<Task> scored = requireScored();
        // Which tasks are a file's own is asked among all; what all files were asked is what the profile scores.
        SequencedMap<Path, List<Task>> asked = setup.asked() == EvaluationSetup.Asked.ALL ? scoredTasks() : order.tasks();
        EvaluationMaterial material = EvaluationMaterial.of(setup, asked, sandbox, progress);
        try (OpenScorer scorer = OpenScorer.of(setup, material, similarities, new Evaluator(workers))) {
            List<Evaluation> evaluations = scorer.evaluate(_ -> {}, progress);
            evaluations.stream().map(EvaluationNotes::lines).forEach(lines -> lines.forEach(remarks));
            scorer.similarity().remarks().forEach(remarks);
            List<Series> series = Series.of(evaluations);
            SeriesRemarks.of(series).forEach(remarks);
            OtherScorers others = new OtherScorers(scorer, series, progress);
            if (!order.without().contains(Without.OTHER_PROFILE)) {
                others.otherProfile();
            }
            for (SimilarityChoice other : order.beside()) {
                try (Similarities.Opened opened = similarities.open(other, order.all())) {
                    others.similarity(opened.similarity());
                }
            }
            Profile profile = scorer.profile();
            ReportInput.Findings findings = new ReportInput.Findings(
                    Map.of(), others.variants(), judgements(), calibration(scorer),
                    order.all().stream().filter(task -> !isScored(task)).toList(), leaks(), others.notices());
            return new ReportInput(
                    series, scored, order.bootstrap(), origin(scorer),
                    order.steps().isEmpty() ? findings : findings.with(facts(scored, profile, order.steps().getAsInt())),
                    TargetCategories.of(scored, sandbox::product));
        }
    }

    private ExportOrigin origin(OpenScorer scorer) throws ShoptraceException {
        Settings settings = SetupMaking.settings(order.setup(), scorer.similarity())
                .limitedTo(order.steps())
                .drawnBy(order.bootstrap().seed(), order.bootstrap().resamples());
        progress.report("Reading what the report is made from", -1);
        return ExportOrigin.of(order.making(), settings, Optional.of(ProvenanceOf.catalogue(sandbox.info())), progress);
    }

    private List<Task> requireScored() throws ShoptraceException {
        List<Task> all = order.all();
        List<Task> scored = all.stream().filter(this::isScored).toList();
        if (scored.isEmpty()) {
            throw new ShoptraceException(
                    "the profile " + order.setup().profile().wireName() + " scores none of the " + all.size() + " tasks",
                    order.tasks().keySet().stream().map(Path::toString).collect(Collectors.joining(", ")),
                    "Choose the profile shoppingbench, or other tasks");
        }
        return scored;
    }

    private SequencedMap<Path, List<Task>> scoredTasks() {
        SequencedMap<Path, List<Task>> tasks = new LinkedHashMap<>();
        order.tasks().forEach((file, all) -> tasks.put(file, all.stream().filter(this::isScored).toList()));
        return tasks;
    }

    private boolean isScored(Task task) {
        return order.setup().profile().intents().contains(task.intent());
    }

    private SplitLeaks leaks() throws ShoptraceException {
        if (order.without().contains(Without.LEAKS)) {
            return new SplitLeaks(List.of());
        }
        FileNames names = order.making().names();
        SequencedMap<String, List<Task>> splits = new LinkedHashMap<>();
        order.tasks().forEach((file, tasks) -> splits.put(names.of(file), tasks));
        return SplitLeaks.of(splits, sandbox::product);
    }

    private Judgements judgements() throws ShoptraceException {
        if (order.annotations().isEmpty()) {
            return Judgements.NONE;
        }
        Path folder = order.annotations().get();
        if (!Files.isDirectory(folder)) {
            throw new ShoptraceException(
                    "there is no such folder of annotations", folder.toString(), "Name the annotations folder of a workspace");
        }
        try (AnnotationStore store = new AnnotationStore(folder, List.of())) {
            AnnotationStore.Contents contents = store.read();
            contents.rejections().forEach(rejection -> remarks.accept(rejection.toString()));
            return Judgements.of(contents.annotations());
        }
    }

    private Optional<TitleCalibration> calibration(OpenScorer scorer) throws ShoptraceException {
        if (order.calibration().isEmpty()) {
            return Optional.empty();
        }
        SuiteEmbeddings vectors = TaskFileReader.read(order.calibration().get()).embeddingsOfPairs();
        return Optional.of(TitleCalibration.of(vectors.titles(), vectors::vector, scorer.similarity()));
    }

    private Map<RunId, RunFacts> facts(List<Task> tasks, Profile profile, int steps) throws ShoptraceException {
        Map<RunId, RunFacts> facts = new HashMap<>();
        FileDiagnosis diagnosis = new FileDiagnosis(new Diagnostician(sandbox, profile, steps), tasks, workers);
        for (int i = 0; i < order.setup().files().size(); i++) {
            diagnosis.of(order.setup().files().get(i), order.setup().model(i), RunFactsOf::run, progress)
                    .runs()
                    .forEach(run -> facts.put(run.id(), run));
        }
        return facts;
    }
}
