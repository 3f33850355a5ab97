package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.figure.Figure;
import org.shoptrace.core.evaluate.figure.Figures;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.evaluate.result.SeriesRemarks;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunId;

/// Makes the report of evaluations by what the files say of their runs. It has the tables and pictures of every report that have a meaning
/// without the benchmark's rules, made by the same code, and each of them says whose verdict it shows.
final class OwnReport {
    /// What a report by the benchmark's rules tells of its levels and of relevance.
    private static final Set<String> NOT_OWN = Set.of(
            "intent", "CAR", "CAR low", "CAR high", "CAR released", "ASR released");

    private final ReportInput input;
    private final OwnCriterion criterion;

    private OwnReport(ReportInput input) {
        this.input = input;
        this.criterion = criterion(input);
    }

    /// @param input whose runs are judged by their files
    static Report of(ReportInput input) {
        return new OwnReport(input).report();
    }

    static OwnCriterion criterion(ReportInput input) {
        return OwnCriterion.joined(input.series().stream().flatMap(series -> series.evaluation().conditions().own().stream()));
    }

    private Report report() {
        List<Table> tables = new ArrayList<>();
        tables.add(new FigureTables(input).figures());
        tables.add(counted());
        tables.add(groups());
        errors().ifPresent(tables::add);
        tables.addAll(new PairTables(input).tables());
        input.findings().own().ifPresent(beside -> tables.addAll(agreement(beside)));
        tables.add(runs());
        List<ChartSection> charts = new ArrayList<>(new ReportCharts(input).own());
        new FindingCharts(input, List.of()).trials().ifPresent(chart -> charts.add(1, chart));
        return new Report(
                "Shoptrace evaluation report: the files' own verdicts", face(), notices(), MethodsParagraph.of(input),
                charts.stream().map(this::judged).toList(), tables.stream().map(this::judged).toList(), input.origin().provenance());
    }

    // Whose verdict it is

    private ChartSection judged(ChartSection chart) {
        return new ChartSection(chart.name(), chart.title() + ", by " + whose(), chart.note() + " " + sentence(), chart.chart());
    }

    private Table judged(Table table) {
        List<Integer> kept = IntStream.range(0, table.columns().size())
                .filter(column -> !NOT_OWN.contains(table.columns().get(column).name()))
                .boxed()
                .toList();
        return new Table(
                table.name(), table.title() + ", by " + whose(), table.note() + " " + sentence(),
                kept.stream().map(table.columns()::get).toList(),
                table.rows().stream().map(row -> kept.stream().map(row::get).toList()).toList());
    }

    private String whose() {
        return criterion.judges().size() == 1 ? criterion.judges().getFirst() : "the files' own verdicts";
    }

    private String sentence() {
        return "Verdict: " + criterion.titled() + ".";
    }

    // Tables

    private Table counted() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            Evaluation evaluation = series.evaluation();
            Summary overall = evaluation.overall();
            OwnCriterion own = evaluation.conditions().own().orElse(criterion);
            int unjudged = evaluation.leftovers().unknown().size();
            rows.add(new Cells()
                    .text(series.label())
                    .count(overall.runs().size() + unjudged)
                    .count(overall.runs().size())
                    .count(own.said())
                    .count(own.scored())
                    .count(unjudged)
                    .count(overall.runs().stream().filter(run -> run.details().own().error().isPresent()).count())
                    .count(overall.taskCount())
                    .count(overall.scoredTasks())
                    .count(overall.missing())
                    .count(evaluation.leftovers().rejected().size())
                    .count(evaluation.standingAgain().size())
                    .row());
        }
        return Headings.table(
                "counted", "What was counted",
                "Runs that their file does not judge, and lines that are no runs, are in no rate. A run that an error ended counts as its"
                        + " file judges it. Tasks are those that the files name, or else the queries.",
                List.of(
                        "model", "runs", "judged", "by a word of the file", "by score and threshold", "unjudged", "with an error", "tasks",
                        "tasks judged", "tasks unjudged", "rejected lines", "lines that stand again"),
                rows);
    }

    private Table groups() {
        List<List<Json>> rows = new ArrayList<>();
        Optional<Figure> score = Figures.ALL.stream().filter(figure -> figure.wireName().equals("own_score")).findFirst();
        for (Series series : input.series()) {
            for (Breakdown breakdown : input.breakdowns(series, Optional.empty())) {
                breakdown.groups().forEach((group, summary) -> {
                    Cells cells = new Cells()
                            .text(series.label())
                            .text(breakdown.by().label())
                            .text(Breakdown.shown(group))
                            .text(breakdown.counted(summary))
                            .count(summary.runs().size())
                            .success(summary, input.bootstrap());
                    score.ifPresent(figure -> cells.estimate(figure.estimate(summary, input.bootstrap())));
                    rows.add(cells.text(Figures.ASR.estimate(summary, input.bootstrap()).withoutSpread()).row());
                });
            }
        }
        return Headings.table(
                "breakdowns", "By whatever the files say of their runs",
                "Groups of runs; where tasks have several, a group has the tasks with such runs, each by the mean of these. Of names with"
                        + " many values the twelve most frequent stand alone. A run is in the group of every tool that it calls.",
                List.of(
                        "model", "by", "group", "made of", "runs", "successes", "of", "ASR", "ASR low", "ASR high", "own score",
                        "own score low", "own score high", "own score over", Headings.INTERVAL_NOTE),
                rows);
    }

    private Optional<Table> errors() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            Map<String, Integer> errors = new TreeMap<>();
            series.evaluation().overall().runs().forEach(
                    run -> run.details().own().error().ifPresent(error -> errors.merge(error, 1, Integer::sum)));
            errors.forEach((error, count) -> rows.add(new Cells().text(series.label()).text(error).count(count).row()));
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Headings.table(
                        "errors", "Errors that ended runs", "In the words of the files.", List.of("model", "error", "runs"), rows));
    }

    private List<Table> agreement(ReportInput.OwnBesideRules beside) {
        OwnAgreement agreement = beside.agreement();
        Cells cells = new Cells().text(beside.rules()).count(agreement.runs().size());
        for (OwnAgreement.Cell cell : OwnAgreement.Cell.values()) {
            cells.count(agreement.in(cell).size());
        }
        agreement.kappa().ifPresentOrElse(
                kappa -> cells.number(kappa.value()).interval(Optional.of(kappa.interval())),
                () -> cells.nothing().nothing().nothing());
        Map<RunId, ScoredRun> runs = new LinkedHashMap<>();
        input.series().forEach(series -> series.evaluation().trials().forEach(run -> runs.putIfAbsent(run.id(), run)));
        List<List<Json>> differ = new ArrayList<>();
        for (OwnAgreement.Cell cell : List.of(OwnAgreement.Cell.ONLY_OWN, OwnAgreement.Cell.ONLY_RULES)) {
            agreement.in(cell).forEach(id -> Optional.ofNullable(runs.get(id)).ifPresent(run -> differ.add(new Cells()
                    .text(cell.label())
                    .text(input.place(run.source()))
                    .text(id.sha256())
                    .text(run.score().query())
                    .row())));
        }
        return List.of(
                Headings.table(
                        "own_and_rules", "The files' verdicts beside the benchmark's rules",
                        "Of the runs that both judge. The two are never one figure, and neither is the truth. Kappa with its 95 %"
                                + " interval; nothing where both know one verdict only.",
                        List.of("rules", "runs", "both pass", "only the file passes", "only the rules pass", "both fail", "kappa", "low",
                                "high"),
                        List.of(cells.row())),
                Headings.table(
                        "own_and_rules_differ", "Runs that the file and the rules judge otherwise", "Each by its file and line.",
                        List.of("who", "run", "run id", "task"), differ));
    }

    private Table runs() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            for (ScoredRun run : series.evaluation().trials()) {
                OwnFacts own = run.details().own();
                rows.add(new Cells()
                        .text(series.label())
                        .text(input.place(run.source()))
                        .text(run.id().sha256())
                        .text(run.score().query())
                        .text(run.details().trial().orElse(""))
                        .text(own.verdict().map(OwnVerdict::judge).orElse(""))
                        .text(own.verdict().flatMap(OwnVerdict::passed).map(passed -> passed ? "passed" : "failed").orElse(""))
                        .value(own.verdict().flatMap(OwnVerdict::score))
                        .count(run.score().success() ? 1 : 0)
                        .text(own.ending().orElse(""))
                        .text(own.error().orElse(""))
                        .count(run.steps())
                        .count(run.details().callCount())
                        .value(own.usage().promptTokens().map(Json.Num::of))
                        .value(own.usage().completionTokens().map(Json.Num::of))
                        .value(own.usage().cost().map(cost -> new Json.Num(cost.toString())))
                        .row());
            }
        }
        return Headings.table(
                "runs", "Every judged run",
                "As its file says it. Success is what the file says, else whether its score reaches the threshold.",
                List.of(
                        "model", "run", "run id", "task", "trial", "judge", "said", "score", "success", "ending", "error", "steps", "calls",
                        "tokens read", "tokens written", "cost USD"),
                rows);
    }

    // Head

    private SequencedMap<String, String> face() {
        return new FrontPage(input)
                .line("Whose verdict", criterion.whose())
                .line("A success is", criterion.rule())
                .models(OwnReport::counted)
                .making()
                .lines();
    }

    private static String counted(Evaluation evaluation) {
        Summary overall = evaluation.overall();
        return String.format(
                Locale.ROOT, "%d runs judged, %d unjudged, of %d tasks; %d rejected lines", overall.runs().size(),
                evaluation.leftovers().unknown().size(), overall.taskCount(), evaluation.leftovers().rejected().size());
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        notices.add("Success is what the files say of their runs (" + criterion.whose() + "), not what ShoppingBench's rules would.");
        notices.addAll(SeriesRemarks.of(input.series()));
        for (Series series : input.series()) {
            int unjudged = series.evaluation().leftovers().unknown().size();
            if (unjudged > 0) {
                notices.add(series.label() + ": " + unjudged + (unjudged == 1 ? " run is" : " runs are")
                        + " not judged by their file and in no rate.");
            }
        }
        notices.addAll(input.findings().notices());
        return notices;
    }
}
