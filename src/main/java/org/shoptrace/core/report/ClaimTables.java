package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.ClaimCheck.WrongClaim;
import org.shoptrace.core.evaluate.ClaimQuality;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.table.Table;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.json.Json;

/// The tables of what runs claim, held against evidence, and of how far that can be relied on.
final class ClaimTables {
    private static final List<String> SHARE = List.of("claims checked", "wrong claims", "runs with a wrong claim",
            "runs with a checked claim", "share", "low", "high");

    private final ReportInput input;

    ClaimTables(ReportInput input) {
        this.input = input;
    }

    List<Table> tables() {
        return List.of(claims(), byVerdict(), byKind(), wrongClaims(), runs(), quality());
    }

    private Table claims() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            FigureTables.levels(series.evaluation()).forEach((level, summary) -> {
                for (About about : About.values()) {
                    for (ClaimCheck check : checks(summary, about)) {
                        rows.add(share(check.wrong(), start(series, check)
                                .text(level)
                                .text(about.wireName())
                                .count(check.undiagnosed().size())
                                .count(check.silent().size()))
                                .text(check.sentence())
                                .row());
                    }
                }
            });
        }
        return Headings.table(
                "claims",
                "Claims against evidence",
                "Of the runs with at least one claim that was checked, those that state something that is not so, about what they recommend"
                        + " or about any product. Wilson 95 % interval. A run without a checked claim says nothing of claims and is in no"
                        + " share. A success can hide a wrong claim.",
                columns(List.of("model", "outcome", "intent", "about", "not diagnosed", "runs without a checked claim"), SHARE,
                        List.of("in words")),
                rows);
    }

    private Table byVerdict() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            for (ClaimCheck check : checks(series.evaluation().overall(), About.RECOMMENDED)) {
                for (Claim.Verdict verdict : ClaimCheck.DOUBTFUL) {
                    ClaimCheck.Share share = check.of(verdict);
                    rows.add(start(series, check)
                            .text(verdict.wireName())
                            .count(share.claims())
                            .count(share.found())
                            .rate(share.rate())
                            .row());
                }
            }
        }
        return Headings.table(
                "claims_by_verdict",
                "Claims about what is recommended, by how they came out",
                "Of the runs with at least one claim that was checked, those with a claim that came out so. A run may be in several rows."
                        + " What was never shown may be so; it is not counted as wrong.",
                columns(List.of("model", "outcome", "verdict", "claims checked", "claims so", "runs with such a claim",
                        "runs with a checked claim", "share", "low", "high")),
                rows);
    }

    private Table byKind() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            for (ClaimCheck check : checks(series.evaluation().overall(), About.RECOMMENDED)) {
                for (Claim.Kind kind : check.kinds()) {
                    rows.add(share(check.wrong(kind), start(series, check).text(kind.wireName())).row());
                }
            }
        }
        return Headings.table(
                "claims_by_kind",
                "Claims about what is recommended, by kind",
                "Of the runs with at least one checked claim of that kind, those with a wrong one of that kind.",
                columns(List.of("model", "outcome", "kind of claim"), SHARE),
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
        return Headings.table(
                "wrong_claims",
                "The wrong claims",
                "Each with its sentence, and where it stands: file, line and step from 1, start and end in the step's text in UTF-16 units"
                        + " from 0.",
                columns(List.of(
                        "model", "intent", "outcome", "of the recommended", "kind of claim", "verdict", "stated", "sentence", "evidence",
                        "other product", "file", "line", "step", "text", "start", "end", "run id")),
                rows);
    }

    private Table runs() {
        List<List<Json>> rows = new ArrayList<>();
        for (Series series : input.series()) {
            ClaimCheck check = ClaimCheck.of(series.evaluation().overall(), input.findings().facts(), About.RECOMMENDED, Outcome.ALL);
            List<ScoredRun> unseen = check.of(Claim.Verdict.UNOBSERVED).hits();
            List<ScoredRun> wrong = check.wrong().hits();
            for (ClaimCheck.Claiming one : check.claiming()) {
                if (wrong.contains(one.run()) || unseen.contains(one.run())) {
                    rows.add(ofRun(series, one.run())
                            .text(wrong.contains(one.run()) ? "wrong" : "unseen")
                            .text(input.place(one.run().source()))
                            .text(one.run().id().sha256())
                            .text(one.run().score().query())
                            .row());
                }
            }
        }
        return Headings.table(
                "claim_runs",
                "Runs with an unsupported claim about what they recommend",
                "Wrong where at least one claim is not so; unseen where nothing that they were shown supports one.",
                columns(List.of("model", "intent", "outcome", "claim", "run", "run id", "query")),
                rows);
    }

    private static Table quality() {
        ClaimQuality quality = ClaimQuality.measured();
        List<List<Json>> rows = new ArrayList<>();
        quality.byKind().forEach((kind, counts) -> rows.add(quality(kind, counts)));
        rows.add(quality("all", quality.all()));
        return Headings.table(
                "claim_rules",
                "How far the verdicts on claims can be relied on",
                quality.sentence(),
                columns(List.of(
                        "kind of claim", "wrong ones found", "wrong ones", "recall", "recall low", "recall high", "rightly called wrong",
                        "called wrong", "precision", "precision low", "precision high", "true ones called wrong", "true ones",
                        "false alarms", "false alarms low", "false alarms high")),
                rows);
    }

    private static List<Json> quality(String kind, ClaimQuality.Counts counts) {
        return new Cells().text(kind).rate(counts.recall()).rate(counts.precision()).rate(counts.falseAlarms()).row();
    }

    private List<ClaimCheck> checks(Summary summary, About about) {
        return ClaimCheck.of(summary, input.findings().facts(), about);
    }

    private static Cells start(Series series, ClaimCheck check) {
        return new Cells().text(series.label()).text(check.outcome().wireName());
    }

    private static Cells ofRun(Series series, ScoredRun run) {
        return new Cells().text(series.label()).text(run.score().intent().wireName())
                .text((run.score().success() ? Outcome.SUCCESS : Outcome.FAILURE).wireName());
    }

    private static Cells share(ClaimCheck.Share share, Cells cells) {
        Rate rate = share.rate();
        return cells.count(share.claims()).count(share.found()).rate(rate);
    }

    @SafeVarargs
    private static List<String> columns(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }
}
