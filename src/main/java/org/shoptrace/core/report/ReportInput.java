package org.shoptrace.core.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.doubt.SplitLeaks;
import org.shoptrace.core.evaluate.Breakdown;
import org.shoptrace.core.evaluate.Judgements;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.TargetCategories;
import org.shoptrace.core.evaluate.claims.ClaimFigures;
import org.shoptrace.core.evaluate.own.OwnAgreement;
import org.shoptrace.core.evaluate.result.Series;
import org.shoptrace.core.provenance.ExportOrigin;
import org.shoptrace.core.score.TitleCalibration;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// What a report is made of.
///
/// @param series      one at least, all scored by one profile and one similarity model; they may have been asked different tasks
/// @param tasks       what was asked; of two with one query the later counts
/// @param origin      what the report is made from and by
/// @param categories  of what the tasks ask for
/// @param findings    what is known beside the figures; without any of it the report lacks those tables
public record ReportInput(
        List<Series> series,
        List<Task> tasks,
        Bootstrap bootstrap,
        ExportOrigin origin,
        Findings findings,
        TargetCategories categories) {
    public ReportInput {
        series = List.copyOf(series);
        tasks = List.copyOf(tasks);
    }

    /// A report of the figures alone, and of what follows from them.
    public ReportInput(List<Series> series, List<Task> tasks, Bootstrap bootstrap, ExportOrigin origin) {
        this(series, tasks, bootstrap, origin, Findings.NONE);
    }

    /// A report that knows nothing of the categories of products.
    public ReportInput(List<Series> series, List<Task> tasks, Bootstrap bootstrap, ExportOrigin origin, Findings findings) {
        this(series, tasks, bootstrap, origin, findings, TargetCategories.NONE);
    }

    /// The breakdowns of a series, over all levels or at one.
    List<Breakdown> breakdowns(Series of, Optional<Intent> level) {
        return Breakdown.of(of.evaluation(), level, tasks, categories);
    }

    /// Where a run stands, as others find it: the name of its file, and the line.
    String place(RunSource run) {
        return origin.names().of(run);
    }

    /// What the series claim.
    ClaimFigures claims(About about) {
        return ClaimFigures.of(series.stream().map(Series::evaluation).toList(), findings.facts(), about, bootstrap, () -> {});
    }

    /// Whether the files judged their runs themselves.
    boolean isOwn() {
        return series.getFirst().evaluation().conditions().own().isPresent();
    }

    /// What the benchmark's rules say of runs that their files judge.
    ///
    /// @param rules whose rules they are, for people
    public record OwnBesideRules(OwnAgreement agreement, String rules) {}

    /// What is known beside the figures.
    ///
    /// @param facts       of the diagnosed runs, by id
    /// @param variants    the same runs under other scorers, by the series' label
    /// @param judgements  what annotators say of runs and tasks
    /// @param calibration of the similarity model that compared
    /// @param notScored   tasks that were given and that the profile does not score; they are in no figure
    /// @param leaks       what the task files share that should be apart
    /// @param notices     what could not be done, for the head of the report
    /// @param own         where files judged, what the rules say of the same runs, as far as they were asked
    public record Findings(
            Map<RunId, RunFacts> facts,
            Map<String, List<ScorerVariant>> variants,
            Judgements judgements,
            Optional<TitleCalibration> calibration,
            List<Task> notScored,
            SplitLeaks leaks,
            List<String> notices,
            Optional<OwnBesideRules> own) {
        public static final Findings NONE = new Findings(Map.of(), Map.of(), Judgements.NONE, Optional.empty(), List.of(),
                new SplitLeaks(List.of()), List.of());

        /// By the benchmark's rules alone.
        public Findings(
                Map<RunId, RunFacts> facts, Map<String, List<ScorerVariant>> variants, Judgements judgements,
                Optional<TitleCalibration> calibration, List<Task> notScored, SplitLeaks leaks, List<String> notices) {
            this(facts, variants, judgements, calibration, notScored, leaks, notices, Optional.empty());
        }

        /// Of runs that their files judge.
        public static Findings of(Optional<OwnBesideRules> own) {
            return new Findings(
                    Map.of(), Map.of(), Judgements.NONE, Optional.empty(), List.of(), new SplitLeaks(List.of()), List.of(), own);
        }

        public Findings {
            facts = Map.copyOf(facts);
            variants = Map.copyOf(variants);
            notScored = List.copyOf(notScored);
            notices = List.copyOf(notices);
        }

        /// The same with the runs diagnosed.
        public Findings with(Map<RunId, RunFacts> diagnosed) {
            return new Findings(diagnosed, variants, judgements, calibration, notScored, leaks, notices, own);
        }
    }
}
