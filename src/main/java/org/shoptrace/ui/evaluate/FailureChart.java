package org.shoptrace.ui.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.shoptrace.core.chart.ChartSheet;
import org.shoptrace.core.chart.Legend;
import org.shoptrace.core.chart.Looks;
import org.shoptrace.core.chart.StackedRows;
import org.shoptrace.core.evaluate.Failures;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.evaluate.result.Scored;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.ui.kit.Counts;
import org.shoptrace.ui.kit.Texts;
import org.shoptrace.ui.kit.chart.ChartPane;
import org.shoptrace.ui.kit.chart.Openings;

/// Where the failures of one series lie: how far its runs got, or what is wrong with what they chose, stacked by intent level.
final class FailureChart {
    /// What failures are told apart by.
    private enum By {
        STAGE("How far it got"),
        FAULT("What is wrong"),
        SECOND("What else is wrong");

        private final String label;

        By(String label) {
            this.label = label;
        }
    }

    private final FailuresViewModel model;
    private final Optional<Integer> only;
    private final ObjectProperty<By> by = new SimpleObjectProperty<>(By.STAGE);
    private final Openings openings = new Openings();
    private final ChartPane rows;
    private final ChartCard card;

    /// Of the series that is chosen in the view-model.
    FailureChart(FailuresViewModel model, ExportViewModel exports) {
        this(model, exports, Optional.empty());
    }

    /// @param only the place of the one series that is shown, from 0; empty when it can be chosen
    FailureChart(FailuresViewModel model, ExportViewModel exports, Optional<Integer> only) {
        this.model = model;
        this.only = only;
        String name = "failures" + only.map(place -> "-" + place).orElse("");
        rows = new ChartPane(name, "Failed runs by reason, stacked by intent level");
        VBox.setVgrow(rows, Priority.ALWAYS);
        card = new ChartCard(name, "Where the failures lie", exports, rows);
        by.addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
        if (only.isEmpty()) {
            model.seriesProperty().addListener((_, _, _) -> model.resultProperty().get().ifPresent(this::show));
        }
    }

    ChartCard card() {
        return card;
    }

    void show(EvaluationResult result) {
        openings.forget();
        Scored series = result.series().get(Math.min(only.orElse(model.seriesProperty().get()), result.series().size() - 1));
        List<ScoredRun> failed = failed(series);
        // A run without a stage was a success when it was diagnosed, under another profile or similarity.
        long unknown = failed.stream()
                .filter(run -> Optional.ofNullable(model.facts().get(run.id())).flatMap(RunFacts::stage).isEmpty())
                .count();
        card.choices(choices(result));
        card.chosen("model", series.label()).chosen("by", by.get().label.toLowerCase(Locale.ROOT));
        if (by.get() == By.STAGE) {
            card.inReport("failures_by_stage", series.label());
        } else {
            card.notInReport();
        }
        card.note(series.label() + ", " + Counts.of(failed.size(), "failed run") + (unknown > 0 ? " · " + unknown + " not diagnosed" : ""));
        if (failed.isEmpty()) {
            card.content(Texts.wrapped("No run of " + series.label() + " failed.", "muted"));
        } else if (unknown == failed.size()) {
            card.content(Texts.wrapped(
                    "These runs have not been diagnosed yet. The diagnosis works through a workspace once its catalogue is open; what it"
                            + " finds "
                            + "appears here.",
                    "muted"));
        } else {
            List<StackedRows.Row> reasons = switch (by.get()) {
                case STAGE -> rows(series, failed, Stage.values(), RunFacts::stage, Stage::label, Stage::wireName);
                case FAULT -> rows(series, failed, Fault.values(), RunFacts::fault, Fault::label, Fault::wireName);
                case SECOND -> rows(series, failed, Fault.values(), RunFacts::secondFault, Fault::label, Fault::wireName);
            };
            if (reasons.isEmpty()) {
                card.content(Texts.wrapped("No failed run of " + series.label() + " has a second fault beside its first.", "muted"));
                return;
            }
            StackedRows stacked = new StackedRows(reasons);
            Legend legend = new Legend(failed.stream().map(run -> run.score().intent()).distinct().sorted()
                    .map(intent -> new Legend.Entry(intent.label(), Looks.kind(intent.ordinal())))
                    .toList());
            rows.show(ChartSheet.of(stacked, legend), openings);
            Optional<Label> open = notCompared(series).map(words -> Texts.wrapped(words, "muted"));
            open.ifPresent(note -> note.setId(rows.getId() + "-not-compared"));
            card.content(Stream.concat(Stream.of(rows), open.stream()).toArray(Node[]::new));
        }
    }

    private Optional<String> notCompared(Scored series) {
        return Failures.of(series.evaluation().overall(), model.facts()).onNotCompared();
    }

    private List<ToggleButton> choices(EvaluationResult result) {
        List<ToggleButton> all = new ArrayList<>();
        if (only.isEmpty() && result.series().size() > 1) {
            List<Integer> places = IntStream.range(0, result.series().size()).boxed().toList();
            all.addAll(Choices.of(places, model.seriesProperty(), i -> "failures-of-" + i, i -> result.labels().get(i)));
        }
        all.addAll(Choices.of(List.of(By.values()), by,
                i -> "failures-by-" + only.map(place -> place + "-").orElse("") + By.values()[i].name().toLowerCase(Locale.ROOT),
                one -> one.label));
        return all;
    }

    /// Scored and no success.
    private static List<ScoredRun> failed(Scored series) {
        return series.evaluation().overall().where(score -> !score.success());
    }

    private <E extends Enum<E>> List<StackedRows.Row> rows(
            Scored series,
            List<ScoredRun> failed,
            E[] kinds,
            Function<RunFacts, Optional<E>> kind,
            Function<E, String> label,
            Function<E, String> wireName) {
        return Arrays.stream(kinds)
                .map(one -> row(series, label.apply(one), wireName.apply(one),
                        behind(failed, facts -> kind.apply(facts).equals(Optional.of(one)))))
                .filter(row -> !row.segments().isEmpty())
                .toList();
    }

    private SequencedMap<Intent, List<RunPlace>> behind(List<ScoredRun> failed, Predicate<RunFacts> isKind) {
        SequencedMap<Intent, List<RunPlace>> runs = new LinkedHashMap<>();
        for (Intent intent : Intent.LEVELS) {
            List<RunPlace> of = failed.stream()
                    .filter(run -> run.score().intent() == intent)
                    .filter(run -> Optional.ofNullable(model.facts().get(run.id())).filter(isKind).isPresent())
                    .map(ScoredRun::place)
                    .toList();
            if (!of.isEmpty()) {
                runs.put(intent, of);
            }
        }
        return runs;
    }

    private StackedRows.Row row(Scored series, String label, String wireName, SequencedMap<Intent, List<RunPlace>> runs) {
        List<RunPlace> all = runs.values().stream().flatMap(List::stream).toList();
        String why = series.label() + " · " + label;
        Stream<StackedRows.Segment> segments = runs.entrySet().stream()
                .map(entry -> new StackedRows.Segment(
                        entry.getKey().ordinal(),
                        entry.getValue().size(),
                        openings.datum(
                                NodeIds.of(rows.getId(), wireName, entry.getKey().wireName()),
                                String.format(Locale.ROOT, "%s, %s: %s of %s. Opens its runs.", label, entry.getKey().label(),
                                        Counts.of(entry.getValue().size(), "failed run"),
                                        series.label()),
                                () -> model.open().runs(why + " · " + entry.getKey().label(), entry.getValue()))));
        return new StackedRows.Row(
                label,
                segments.toList(),
                openings.datum(
                        NodeIds.of(rows.getId(), wireName),
                        String.format(Locale.ROOT, "%s: %s of %s. Opens its runs.", label, Counts.of(all.size(), "failed run"),
                                series.label()),
                        () -> model.open().runs(why, all)));
    }
}
