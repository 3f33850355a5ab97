package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.doubt.Doubt;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.doubt.TaskDoubts;
import org.shoptrace.core.evaluate.Comparison;
import org.shoptrace.core.evaluate.PairedDifference;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.ScorerAgreement;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.ThresholdSweep;
import org.shoptrace.core.evaluate.TitleBounds;
import org.shoptrace.core.evaluate.WithoutDoubts;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.score.HeldOutAgreement;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.score.TitleCrossValidation;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;

/// The tables of what hangs on the scorer and the tasks instead of the agent.
final class ScorerTables {
    private final ReportInput input;
    private final TaskDoubts doubts;

    ScorerTables(ReportInput input) {
        this.input = input;
        this.doubts = TaskDoubts.of(input.tasks());
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>(List.of(titleBounds(), variants(), flips(), thresholds(), thresholdFlips()));
        input.findings().calibration().ifPresent(calibration -> {
            tables.add(calibration(calibration));
            tables.add(calibrationPairs(calibration));
        });
        tables.addAll(List.of(doubtCounts(), withoutDoubts(), doubtfulTasks()));
        if (!input.findings().leaks().leaks().isEmpty()) {
            tables.add(leaks());
        }
        if (!input.findings().judgements().outcomes().isEmpty()) {
            tables.add(agreement());
            tables.add(disagreements());
        }
        return tables;
    }

    /// What is derived from the figures alone need not be given.
    private List<ScorerVariant> variants(Series series) {
        List<ScorerVariant> given = input.findings().variants().getOrDefault(series.label(), List.of());
        Set<String> names = given.stream().map(ScorerVariant::name).collect(Collectors.toSet());
        return Stream.concat(
                given.stream(),
                ScorerVariant.derived(series.evaluation()).stream().filter(variant -> !names.contains(variant.name())))
                .toList();
    }

    private Table titleBounds() {
        return table(
                "title_bounds",
                "Success between its bounds by titles",
                "By exact title two titles are alike only when they are equal, character by character; without the check any two are. The"
                        + " success rate lies between, whatever the model that compares them. The runs stand among those that flip, under"
                        + " the scorers \"equal titles\" and \"no title check\".",
                List.of(
                        "model", "intent", "successes by exact title", "of", "ASR by exact title", "ASR by exact title low",
                        "ASR by exact title high", "ASR", "ASR low", "ASR high", "ASR without title check", "ASR without title check low",
                        "ASR without title check high", "pass by titles", "fail by titles"),
                (series, rows) -> FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                    TitleBounds bounds = TitleBounds.of(summary);
                    rows.add(new Cells()
                            .text(series.label())
                            .text(level)
                            .share(bounds.byExactTitle(), input.bootstrap())
                            .value(Estimate.of(bounds.figure(), input.bootstrap()))
                            .value(Estimate.of(bounds.withoutCheck(), input.bootstrap()))
                            .count(bounds.hanging().size())
                            .count(bounds.missed().size())
                            .row());
                }));
    }

    private Table variants() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            for (ScorerVariant variant : variants(series)) {
                PairedDifference difference = variant.comparison().difference(input.bootstrap());
                rows.add(new Cells()
                        .text(series.label())
                        .text(variant.name())
                        .count(variant.runs().size())
                        .count(variant.comparison().unpairedA().size())
                        .number(difference.rateA())
                        .number(difference.rateB())
                        .count(variant.in(Comparison.Cell.ONLY_A).size())
                        .count(variant.in(Comparison.Cell.ONLY_B).size())
                        .number(difference.value())
                        .interval(difference.interval())
                        .text(difference.withoutWidth())
                        .row());
            }
        }
        return Headings.table(
                "scorers",
                "The same runs under other scorers",
                "Over the tasks that both score. The difference is this report's rate minus the other scorer's, with Newcombe's 95 %"
                        + " interval; where tasks have several trials, with that of the bootstrap of tasks.",
                List.of(
                        "model", "other scorer", "runs", "not scored by it", "ASR here", "ASR there", "passes only here",
                        "passes only there", "difference", "low", "high", Headings.INTERVAL_NOTE),
                rows);
    }

    private Table flips() {
        return table(
                "flips",
                "Runs that flip with the scorer",
                "Successes under one scorer that are failures under the other.",
                List.of("model", "other scorer", "passes", "intent", "run", "run id", "query"),
                (series, rows) -> {
                    for (ScorerVariant variant : variants(series)) {
                        for (ScorerVariant.Judged run : variant.flips()) {
                            rows.add(run(
                                    new Cells()
                                            .text(series.label())
                                            .text(variant.name())
                                            .text(run.cell() == Comparison.Cell.ONLY_A ? "here" : "there"),
                                    run.here()));
                        }
                    }
                });
    }

    private Table thresholds() {
        return table(
                "thresholds",
                "Success by the threshold of title similarity",
                "Everything else as it is. Cosines are those of the model that compared titles; one threshold stands for all intents.",
                List.of("model", "intent", "threshold", "successes", "of", "ASR", "ASR low", "ASR high", "lost since the last"),
                (series, rows) -> FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                    for (ThresholdSweep.Point point : ThresholdSweep.of(summary, ThresholdSweep.usualThresholds()).points()) {
                        rows.add(new Cells()
                                .text(series.label())
                                .text(level)
                                .number(point.threshold())
                                .share(point.asr(), input.bootstrap())
                                .count(point.lost().size())
                                .row());
                    }
                }));
    }

    private Table thresholdFlips() {
        return table(
                "threshold_flips",
                "Runs that flip with the threshold",
                "Each at the first threshold of the sweep at which it is no success any more.",
                List.of("model", "threshold", "cosine", "intent", "run", "run id", "query"),
                (series, rows) -> {
                    for (ThresholdSweep.Point point : ThresholdSweep.of(series.evaluation().overall(), ThresholdSweep.usualThresholds())
                            .points()) {
                        for (ScoredRun run : point.lost()) {
                            rows.add(run(
                                    new Cells().text(series.label()).number(point.threshold()).number(run.details().titles().lowest()),
                                    run));
                        }
                    }
                });
    }

    private static Table calibration(TitleCalibration calibration) {
        List<List<Json>> rows = new ArrayList<>();
        for (TitleCalibration.Level level : calibration.levels()) {
            Cells cells = new Cells().number(level.published()).number(level.used().threshold());
            share(cells, level.heldOut().map(HeldOutAgreement::agreement)).number(level.alwaysNo());
            share(cells, level.heldOut().map(HeldOutAgreement::gain));
            rows.add(share(cells, level.ranking())
                    .number(level.used().agreement())
                    .number(level.best().threshold())
                    .number(level.best().agreement())
                    .count(calibration.pairs().size())
                    .count(level.disagreeing().size())
                    .count(level.missed().size())
                    .row());
        }
        return Headings.table(
                "calibration",
                "How " + calibration.model() + " decides beside Qwen3-Embedding-0.6B",
                "Over every two of " + calibration.titles() + " titles whose vectors a suite carries. The agreement is "
                        + TitleCrossValidation.DEFAULT.method()
                        + ". The AUC is how well it ranks pairs, whatever the threshold. In-sample agreements are of a threshold on"
                        + " these very pairs: they say nothing of other titles where it was chosen on them. Figures made with a"
                        + " stand-in are not comparable with published ones, however well it agrees.",
                List.of(
                        "published threshold", "threshold used", "agreement", "agreement low", "agreement high", "always no agrees",
                        "difference", "difference low", "difference high", "AUC", "AUC low", "AUC high", "in-sample agreement",
                        "best threshold",
                        "its in-sample agreement", "pairs", "pairs that disagree", "of these, alike for Qwen3 only"),
                rows);
    }

    private static Cells share(Cells cells, Optional<HeldOutAgreement.Share> share) {
        return share.map(known -> cells.number(known.value())).orElseGet(cells::nothing)
                .interval(share.map(HeldOutAgreement.Share::interval));
    }

    private static Table calibrationPairs(TitleCalibration calibration) {
        List<List<Json>> rows = new ArrayList<>();
        for (TitleCalibration.Level level : calibration.levels()) {
            for (TitleCalibration.Pair pair : level.disagreeing()) {
                rows.add(new Cells()
                        .number(level.published())
                        .number(pair.published())
                        .number(pair.tested())
                        .text(pair.a())
                        .text(pair.b())
                        .row());
            }
        }
        return Headings.table(
                "calibration_pairs",
                "Pairs of titles that disagree",
                "Those farthest from the published threshold first.",
                List.of("published threshold", "cosine by Qwen3", "cosine by the stand-in", "title", "other title"),
                rows);
    }

    private Table doubtCounts() {
        List<List<Json>> rows = new ArrayList<>();
        for (Doubt.Kind kind : Doubt.Kind.values()) {
            if (doubts.lookedAt(kind) > 0) {
                rows.add(new Cells()
                        .text(kind.label())
                        .count(doubts.of(kind).size())
                        .count(doubts.lookedAt(kind))
                        .count(doubts.queries(EnumSet.of(kind)).size())
                        .count(input.tasks().size())
                        .row());
            }
        }
        return Headings.table(
                "doubts",
                "Doubtful tasks, counted",
                "Doubts of constraint values, targets, vouchers or tasks, each beside how many of these were looked at. Absent words are"
                        + " an upper "
                        + "bound: tokens are compared, and a paraphrase may be clear.",
                List.of("doubt", "doubts", "looked at", "tasks with it", "tasks"),
                rows);
    }

    private Table withoutDoubts() {
        return table(
                "without_doubts",
                "With and without doubtful tasks",
                "Both figures over the tasks that count; the doubtful ones leave denominator and numerator.",
                List.of(
                        "model", "left out", "tasks left out", "successes with all", "of all", "ASR with all", "low with all",
                        "high with all", "successes without", "of rest", "ASR without", "low without", "high without"),
                (series, rows) -> {
                    for (Doubt.Kind kind : Doubt.Kind.values()) {
                        withoutDoubts(series, kind.label(), doubts.queries(EnumSet.of(kind)), rows);
                    }
                    Set<String> doubted = input.findings().judgements().doubted().keySet();
                    withoutDoubts(series, "doubted by an annotator", doubted, rows);
                    Set<String> any = new HashSet<>(doubts.queries(EnumSet.allOf(Doubt.Kind.class)));
                    any.addAll(doubted);
                    withoutDoubts(series, "any of these", any, rows);
                });
    }

    private void withoutDoubts(Series series, String what, Set<String> queries, List<List<Json>> rows) {
        WithoutDoubts both = WithoutDoubts.of(series.evaluation(), input.tasks(), queries);
        if (!both.excluded().isEmpty()) {
            rows.add(new Cells()
                    .text(series.label())
                    .text(what)
                    .count(both.excluded().size())
                    .success(both.with(), input.bootstrap())
                    .success(both.without(), input.bootstrap())
                    .row());
        }
    }

    private Table doubtfulTasks() {
        List<List<Json>> rows = new ArrayList<>();
        for (Doubt doubt : doubts.doubts()) {
            Cells cells = new Cells().text(doubt.task().intent().wireName()).text(doubt.kind().label());
            rows.add((doubt.reward().isPresent() ? cells.count(doubt.reward().getAsInt()) : cells.nothing())
                    .text(doubt.constraint())
                    .text(doubt.text())
                    .text(doubt.task().query())
                    .row());
        }
        return Headings.table(
                "doubtful_tasks",
                "Doubtful tasks",
                "A doubt is a question to a person, not a verdict.",
                List.of("intent", "doubt", "target", "constraint", "why", "query"),
                rows);
    }

    private Table leaks() {
        List<List<Json>> rows = new ArrayList<>();
        for (SplitLeaks.Leak leak : input.findings().leaks().leaks()) {
            leak.shared().forEach((value, queries) -> rows.add(new Cells()
                    .text(leak.a())
                    .text(leak.b())
                    .text(leak.kind().label())
                    .text(value)
                    .count(queries.size())
                    .text(queries.getFirst())
                    .row()));
        }
        return Headings.table(
                "shared",
                "What the task files share",
                input.findings().leaks().leaks().stream()
                        .map(leak -> leak.kind().label() + ": " + leak.tasksA() + " of " + leak.ofA() + " tasks of " + leak.a() + ", "
                                + leak.tasksB()
                                + " of " + leak.ofB() + " of " + leak.b())
                        .collect(Collectors.joining(". ", "", ".")),
                List.of("tasks", "other tasks", "kind", "value", "tasks with it", "first query"),
                rows);
    }

    private Table agreement() {
        return table(
                "agreement",
                "Scorer and annotators",
                "Of the same runs: success or failure, and the stage and fault of failures that are diagnosed. Cohen's kappa with the"
                        + " standard "
                        + "error of Fleiss, Cohen and Everitt.",
                List.of("model", "question", "annotator", "runs of both", "agree", "kappa", "low", "high"),
                (series, rows) -> agreements(series).forEach((question, agreements) -> {
                    for (ScorerAgreement agreement : agreements) {
                        Cells cells = new Cells()
                                .text(series.label())
                                .text(question)
                                .text(agreement.annotator())
                                .count(agreement.runs())
                                .count(agreement.agreed());
                        agreement.kappa().ifPresentOrElse(
                                kappa -> cells.number(kappa.value()).number(kappa.interval().low()).number(kappa.interval().high()),
                                () -> cells.nothing().nothing().nothing());
                        rows.add(cells.row());
                    }
                }));
    }

    private Table disagreements() {
        return table(
                "disagreements",
                "Runs that scorer and annotator see differently",
                "Either may be wrong.",
                List.of("model", "question", "annotator", "scorer says", "annotator says", "run id"),
                (series, rows) -> agreements(series).forEach((question, agreements) -> agreements.forEach(
                        agreement -> agreement.disagreements().forEach(difference -> rows.add(new Cells()
                                .text(series.label())
                                .text(question)
                                .text(agreement.annotator())
                                .text(difference.scorer())
                                .text(difference.annotator())
                                .text(difference.run().sha256())
                                .row())))));
    }

    private SequencedMap<String, List<ScorerAgreement>> agreements(Series series) {
        return input.findings().judgements().agreements(series.evaluation(), input.findings().facts());
    }

    private List<Json> run(Cells cells, ScoredRun run) {
        return cells.text(run.score().intent().wireName())
                .text(input.place(run.source()))
                .text(run.id().sha256())
                .text(run.score().query())
                .row();
    }

    private Table table(
            String name, String title, String note, List<String> columns, BiConsumer<Series, List<List<Json>>> rowsOf) {
        List<List<Json>> rows = new ArrayList<>();
        input.series().forEach(series -> rowsOf.accept(series, rows));
        return Headings.table(name, title, note, columns, rows);
    }
}
