package org.shoptrace.core.evaluate.kept;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.DiscordantShare;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.ResultAssembly;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.setup.EvaluationMaterial;
import org.shoptrace.core.evaluate.setup.EvaluationSetup;
import org.shoptrace.core.file.InputFile;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.EmbeddedModel;
import org.shoptrace.core.score.ScoringProfile;
import org.shoptrace.core.score.SimilarityChoice;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.model.trajectory.RunSummary;

/// The results of a workspace, kept in it, so that it shows tomorrow what it showed today. Called from jobs.
public final class KeptResults {
    /// What was kept when there was one embedded model, bge-small; later ones are named.
    private static final String ONLY_MODEL = "embedded";

    /// A result, as it was kept.
    ///
    /// @param file  that keeps it
    /// @param made  when it was made
    /// @param stale why it may not hold any more, short sentences without a full stop; none when it still does
    /// @param inputs the files that it was made from, as they were then
    public record Restored(
            Path file, EvaluationResult result, EvaluationSetup setup, Instant made, List<String> stale, List<InputFile> inputs) {
        public Restored {
            stale = List.copyOf(stale);
            inputs = List.copyOf(inputs);
        }
    }

    private KeptResults() {}

    /// A result that has been kept just now.
    ///
    /// @param inputs the files that it was made from, as they are
    public record JustKept(Path file, List<InputFile> inputs) {
        public JustKept {
            inputs = List.copyOf(inputs);
        }
    }

    /// @throws ShoptraceException when a file cannot be read or written
    public static JustKept keep(
            WorkspaceFolder folder,
            EvaluationSetup setup,
            EvaluationMaterial material,
            List<Evaluation> evaluations,
            Progress progress)
            throws ShoptraceException {
        progress.report("Reading what it was made from", -1);
        List<InputFile> rollouts = new ArrayList<>();
        for (Evaluation evaluation : evaluations) {
            // A file whose runs are of several models has several evaluations.
            if (rollouts.stream().noneMatch(file -> file.path().equals(evaluation.conditions().rollouts()))) {
                rollouts.add(InputFile.of(evaluation.conditions().rollouts(), progress));
            }
        }
        List<InputFile> tasks = new ArrayList<>();
        for (Path file : setup.own().isPresent() ? Set.<Path>of() : material.taskFiles(evaluations)) {
            tasks.add(InputFile.of(file, progress));
        }
        Optional<InputFile> table = setup.similarity() instanceof SimilarityChoice.Table(Path file)
                ? Optional.of(InputFile.of(file, progress))
                : Optional.empty();
        KeptEvaluation.Setup kept = new KeptEvaluation.Setup(
                rollouts,
                tasks,
                setup.own().isPresent() ? Evaluation.Conditions.OWN : setup.profile().wireName(),
                setup.own().isPresent() ? "" : setup.similarity().written(),
                table,
                setup.noThink(),
                fingerprint(setup, material),
                Bootstrap.DEFAULT.seed(),
                Bootstrap.DEFAULT.resamples(),
                setup.own().isPresent() ? List.of() : TaskPrint.of(material.tasks()));
        Path file = store(folder).save(new KeptEvaluation(Instant.now(), KeptEvaluation.SCORER, kept, evaluations));
        return new JustKept(file, kept.files());
    }

    /// The newest that can be shown.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through, or holds nothing that can be read
    public static Optional<Restored> latest(WorkspaceFolder folder, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        Optional<EvaluationStore.Entry.Readable> entry = store(folder).latest();
        if (entry.isEmpty()) {
            requireReadable(store(folder).entries());
            return Optional.empty();
        }
        return Optional.of(restored(entry.get(), material, progress));
    }

    /// How far the first two series of the newest result differ that has two; empty when none has, or they never differ.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through
    public static Optional<DiscordantShare> lastPair(WorkspaceFolder folder, Progress progress) throws ShoptraceException {
        EvaluationStore store = store(folder);
        for (Path file : store.files()) {
            progress.checkCancelled();
            if (store.read(file) instanceof EvaluationStore.Entry.Readable(Path _, KeptEvaluation kept)) {
                List<Series> series = Series.of(kept.evaluations());
                if (series.size() > 1) {
                    Series a = series.get(0);
                    Series b = series.get(1);
                    return DiscordantShare.of(a.label(), b.label(), Comparison.of(a.evaluation(), b.evaluation()));
                }
            }
        }
        return Optional.empty();
    }

    /// One of those that [#listed(WorkspaceFolder, EvaluationMaterial, Progress)] names.
    ///
    /// @throws ShoptraceException when it cannot be read
    public static Restored open(WorkspaceFolder folder, Path file, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        return switch (store(folder).read(file)) {
            case EvaluationStore.Entry.Readable entry -> restored(entry, material, progress);
            case EvaluationStore.Entry.Unreadable(Path _, String cause) -> throw unreadable(file, cause);
        };
    }

    /// All of the workspace, the newest first.
    ///
    /// @throws ShoptraceException when the folder cannot be looked through
    public static List<KeptResult> listed(WorkspaceFolder folder, EvaluationMaterial material, Progress progress)
            throws ShoptraceException {
        EvaluationStore store = store(folder);
        List<KeptResult> listed = new ArrayList<>();
        List<String> outdated = outdated(material, progress);
        List<Path> files = store.files();
        for (Path file : files) {
            progress.checkCancelled();
            progress.report("Looking through kept results", (double) listed.size() / files.size());
            listed.add(switch (store.read(file)) {
                case EvaluationStore.Entry.Readable(Path _, KeptEvaluation kept) ->
                    KeptResult.of(file, kept, stale(kept, material, outdated, progress));
                case EvaluationStore.Entry.Unreadable(Path _, String cause) -> KeptResult.unreadable(file, cause);
            });
        }
        return listed;
    }

    private static Restored restored(EvaluationStore.Entry.Readable entry, EvaluationMaterial material, Progress progress) {
        KeptEvaluation kept = entry.kept();
        List<Path> files = kept.evaluations().stream().map(evaluation -> evaluation.conditions().rollouts()).toList();
        Set<Path> wanted = Set.copyOf(files);
        List<RunSummary> runs = material.runs().stream().filter(run -> wanted.contains(run.source().file())).toList();
        EvaluationResult result = new ResultAssembly(new EvaluationMaterial(material.taskSets(), List.of(), runs, material.open()))
                .assemble(kept.evaluations());
        Optional<OwnCriterion> own = kept.evaluations().getFirst().conditions().own();
        if (own.isPresent()) {
            return new Restored(
                    entry.file(), result, ownSetup(kept, own.get()), kept.made(), stale(kept, material, List.of(), progress),
                    kept.setup().files());
        }
        if (!kept.setup().fingerprint().equals(material.sandbox().fingerprint().sha256())) {
            result = result.madeWith(kept.setup().fingerprint());
        }
        EvaluationSetup setup = new EvaluationSetup(
                files,
                kept.evaluations().stream().map(evaluation -> evaluation.conditions().model()).toList(),
                EvaluationSetup.Asked.ITS_OWN,
                ScoringProfile.of(kept.setup().profile()).orElse(ScoringProfile.SHOPPINGBENCH),
                kept.setup().table().<SimilarityChoice>map(table -> new SimilarityChoice.Table(table.path()))
                        .orElseGet(() -> similarity(kept.setup().similarity())),
                kept.setup().noThink());
        return new Restored(entry.file(), result, setup, kept.made(),
                stale(kept, material, outdated(material, progress), progress), kept.setup().files());
    }

    private static EvaluationSetup ownSetup(KeptEvaluation kept, OwnCriterion own) {
        SequencedMap<Path, String> models = new LinkedHashMap<>();
        kept.evaluations().forEach(one -> models.putIfAbsent(one.conditions().rollouts(), one.conditions().model()));
        return EvaluationSetup.byOwn(List.copyOf(models.keySet()), List.copyOf(models.values()), own.threshold());
    }

    /// Of the catalogue that was looked at; empty text where none was.
    private static String fingerprint(EvaluationSetup setup, EvaluationMaterial material) {
        return setup.own().isPresent() ? "" : material.sandbox().fingerprint().sha256();
    }

    /// The documents that have changed since the open catalogue was built.
    private static List<String> outdated(EvaluationMaterial material, Progress progress) {
        return material.open().map(sandbox -> sandbox.info().changed(progress)).orElse(List.of());
    }

    /// The usual model where the text says nothing that this version knows.
    private static SimilarityChoice similarity(String written) {
        if (written.equals(ONLY_MODEL)) {
            return new SimilarityChoice.Embedded(EmbeddedModel.BGE);
        }
        try {
            return SimilarityChoice.parse(written);
        } catch (IllegalArgumentException e) {
            return SimilarityChoice.usual();
        }
    }

    private static List<String> stale(
            KeptEvaluation kept, EvaluationMaterial material, List<String> outdated, Progress progress) {
        return kept.stale(material, outdated, progress).stream().map(KeptEvaluation.Stale::text).toList();
    }

    /// Results that cannot be shown are not passed over in silence.
    private static void requireReadable(List<EvaluationStore.Entry> entries) throws ShoptraceException {
        for (EvaluationStore.Entry entry : entries) {
            if (entry instanceof EvaluationStore.Entry.Unreadable(Path file, String cause)) {
                throw unreadable(file, cause);
            }
        }
    }

    private static ShoptraceException unreadable(Path file, String cause) {
        return new ShoptraceException("the kept evaluation cannot be shown, " + cause, file.toString(), "Or run the evaluation again");
    }

    private static EvaluationStore store(WorkspaceFolder folder) {
        return new EvaluationStore(folder.own(), folder.folder());
    }
}
