package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.ClaimCheck.WrongClaim;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.trajectory.RunSource;
import org.shoptrace.model.trajectory.Span;

/// The tables of what runs claim, held against evidence, and of how far that can be relied on.
final class ClaimTables {
    private static final List<String> SHARE = List.of("claims checked", "wrong claims", "runs with a wrong claim",
            "runs with a checked claim", "tasks", "share", "low", "high");

    /// What people read where files have names.
    private static final Map<String, Table.Column> WORDS = Stream.of(
            new Table.Column("outcome", "runs", "", words(Outcome.values(), Outcome::wireName, Outcome::label), true),
            new Table.Column("about", "claims about", "", words(About.values(), About::wireName, About::label), true),
            new Table.Column("kind of claim", "kind of claim", "", kinds(), true),
            new Table.Column(
                    "verdict", "verdict", "", words(Claim.Verdict.values(), Claim.Verdict::wireName, Claim.Verdict::label), true),
            new Table.Column("text", "text", "", words(Span.Field.values(), Span.Field::wireName, Span.Field::label), true),
            new Table.Column("start", "start", "", Map.of(), false),
            new Table.Column("end", "end", "", Map.of(), false))
            .collect(Collectors.toMap(Table.Column::name, column -> column));

    private final ReportInput input;
    private final ClaimFigures recommended;
    private final ClaimFigures any;

    ClaimTables(ReportInput input) {
        this.input = input;
        this.recommended = input.claims(About.RECOMMENDED);
        this.any = input.claims(About.ANY);
    }

    List<Table> tables() {
        return List.of(claims(), byVerdict(), byKind(), wrongClaims(), runs(), quality());
    }

    private Table claims() {
        List<List<Json>> rows = new ArrayList<>();
        for (int i = 0; i < input.series().size(); i++) {
            for (ClaimFigures figures : List.of(recommended, any)) {
                for (Outcome outcome : Outcome.values()) {
                    ClaimFigures.Part part = figures.series().get(i).of(outcome);
                    String label = input.series().get(i).label();
                    part.levels().forEach((level, counted) -> rows.add(claims(label, level.wireName(), figures, outcome, counted)));
                    if (part.levels().size() != 1) {
                        rows.add(claims(label, FigureTables.ALL, figures, outcome, part.wrong()));
                    }
                }
            }
        }
        return table(
                "claims",
                "Claims against evidence",
                "Of the runs with at least one claim that was checked, those that state something that is not so, about what they recommend"
                        + " or about any product. Wilson 95 % interval; where tasks have several runs, the mean over tasks with the"
                        + " bootstrap of tasks. A run without a checked claim says nothing of claims and is in no share. A success can hide"
                        + " a wrong claim.",
                columns(List.of(
                        List.of("model", "intent", "about", "outcome", "not diagnosed", "runs without a checked claim"), SHARE,
                        List.of("in words"))),
                rows);
    }

    private static List<Json> claims(
            String series, String level, ClaimFigures figures, Outcome outcome, ClaimFigures.Counted counted) {
        return share(counted, new Cells()
                .text(series)
                .text(level)
                .text(figures.about().wireName())
                .text(outcome.wireName())
                .count(counted.check().undiagnosed().size())
                .count(counted.check().silent().size()))
                .text(counted.sentence())
                .row();
    }

    private Table byVerdict() {
        List<List<Json>> rows = new ArrayList<>();
        for (int i = 0; i < input.series().size(); i++) {
            String label = input.series().get(i).label();
            recommended.series().get(i).outcomes().forEach((outcome, part) -> part.verdicts().forEach((verdict, counted) -> rows.add(
                    share(counted, new Cells().text(label).text(outcome.wireName()).text(verdict.wireName())).row())));
        }
        return table(
                "claims_by_verdict",
                "Claims about what is recommended, by how they came out",
                "Of the runs with at least one claim that was checked, those with a claim that came out so. A run may be in several rows."
                        + " What was never shown may be so; it is not counted as wrong.",
                columns(List.of(
                        List.of("model", "outcome", "verdict", "claims checked", "claims so", "runs with such a claim"),
                        SHARE.subList(3, SHARE.size()))),
                rows);
    }

    private Table byKind() {
        List<List<Json>> rows = new ArrayList<>();
        for (int i = 0; i < input.series().size(); i++) {
            String label = input.series().get(i).label();
            recommended.series().get(i).outcomes().forEach((outcome, part) -> part.kinds().forEach((kind, counted) -> rows.add(
                    share(counted, new Cells().text(label).text(outcome.wireName()).text(kind.wireName())).row())));
        }
        return table(
                "claims_by_kind",
                "Claims about what is recommended, by kind",
                "Of the runs with at least one checked claim of that kind, those with a wrong one of that kind.",
                columns(List.of(List.of("model", "outcome", "kind of claim"), SHARE)),
                rows);
    }

    private Table wrongClaims() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            for (WrongClaim wrong : ClaimCheck
                    .of(series.evaluation().overall(), input.findings().facts(), About.ANY, Outcome.ALL)
                    .wrongClaims()) {
                ClaimFacts.Wrong claim = wrong.claim();
                rows.add(ofRun(series, wrong.run())
                        .text(claim.recommended() ? "yes" : "no")
                        .text(claim.kind().wireName())
                        .text(claim.verdict().wireName())
                        .text(claim.text())
                        .text(claim.sentence().quote())
                        .text(claim.because())
                        .text(claim.other().orElse(""))
                        .text(input.origin().names().of(wrong.run().source().file()))
                        .count(wrong.run().source().line())
                        .count(claim.step())
                        .text(claim.sentence().field().wireName())
                        .count(claim.sentence().start())
                        .count(claim.sentence().end())
                        .text(wrong.run().id().sha256())
                        .row());
            }
        }
        return table(
                "wrong_claims",
                "The wrong claims",
                "Each with its sentence, and where it stands: file, line and step from 1, start and end in the step's text in UTF-16 units"
                        + " from 0.",
                List.of(
                        "model", "intent", "outcome", "of the recommended", "kind of claim", "verdict", "stated", "sentence", "evidence",
                        "other product", "file", "line", "step", "text", "start", "end", "run id"),
                rows);
    }

    private Table runs() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            ClaimCheck check = ClaimCheck.of(series.evaluation().overall(), input.findings().facts(), About.RECOMMENDED, Outcome.ALL);
            Set<RunSource> unseen = sources(check.of(Claim.Verdict.UNOBSERVED).hits());
            Set<RunSource> wrong = sources(check.wrong().hits());
            for (ClaimCheck.Claiming one : check.claiming()) {
                boolean isWrong = wrong.contains(one.run().source());
                if (isWrong || unseen.contains(one.run().source())) {
                    rows.add(ofRun(series, one.run())
                            .text(isWrong ? "wrong" : "unseen")
                            .text(input.place(one.run().source()))
                            .text(one.run().id().sha256())
                            .text(one.run().score().query())
                            .row());
                }
            }
        }
        return table(
                "claim_runs",
                "Runs with an unsupported claim about what they recommend",
                "Wrong where at least one claim is not so; unseen where nothing that they were shown supports one.",
                List.of("model", "intent", "outcome", "claim", "run", "run id", "query"),
                rows);
    }

    private static Set<RunSource> sources(List<ScoredRun> runs) {
        return runs.stream().map(ScoredRun::source).collect(Collectors.toSet());
    }

    private static Table quality() {
        ClaimQuality quality = ClaimQuality.measured();
        List<List<Json>> rows = new ArrayList<>();
        quality.byKind().forEach((kind, counts) -> rows.add(quality(kind, counts)));
        rows.add(quality("all", quality.all()));
        return table(
                "claim_rules",
                "How far the verdicts on claims can be relied on",
                quality.sentence(),
                List.of(
                        "kind of claim", "wrong ones found", "wrong ones", "recall", "recall low", "recall high", "rightly called wrong",
                        "called wrong", "precision", "precision low", "precision high", "true ones called wrong", "true ones",
                        "false alarms", "false alarms low", "false alarms high"),
                rows);
    }

    private static List<Json> quality(String kind, ClaimQuality.Counts counts) {
        return new Cells().text(kind).rate(counts.recall()).rate(counts.precision()).rate(counts.falseAlarms()).row();
    }

    private static Cells ofRun(Series series, ScoredRun run) {
        return new Cells().text(series.label()).text(run.score().intent().wireName())
                .text((run.score().success() ? Outcome.SUCCESS : Outcome.FAILURE).wireName());
    }

    private static Cells share(ClaimFigures.Counted counted, Cells cells) {
        return cells.count(counted.share().claims())
                .count(counted.share().found())
                .count(counted.share().hits().size())
                .count(counted.share().checked().size())
                .count(counted.estimate().of())
                .value(counted.estimate());
    }

    private static Table table(String name, String title, String note, List<String> columns, List<List<Json>> rows) {
        return new Table(
                name, title, note, columns.stream().map(column -> WORDS.getOrDefault(column, Headings.column(column))).toList(), rows);
    }

    private static <E> Map<String, String> words(E[] values, Function<E, String> name, Function<E, String> label) {
        return Arrays.stream(values).collect(Collectors.toMap(name, label));
    }

    /// Those of claims, and as the labelled set calls them.
    private static Map<String, String> kinds() {
        Map<String, String> words = new HashMap<>(Map.of("all", "All kinds"));
        ClaimQuality.measured().byKind().keySet().forEach(kind -> words.put(kind, ClaimQuality.label(kind)));
        words.putAll(words(Claim.Kind.values(), Claim.Kind::wireName, Claim.Kind::label));
        return words;
    }

    private static List<String> columns(List<List<String>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
