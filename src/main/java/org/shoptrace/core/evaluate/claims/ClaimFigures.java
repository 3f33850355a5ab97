package org.shoptrace.core.evaluate.claims;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.shoptrace.core.evaluate.ClaimCheck;
import org.shoptrace.core.evaluate.ClaimCheck.Outcome;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.model.finding.Claim;
import org.shoptrace.model.finding.ClaimFacts.About;
import org.shoptrace.model.finding.RunFacts;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;

/// What several series claim, with intervals: by outcome, and of each outcome by kind, by verdict and by level. The window's charts and
/// tables, the report's and its pictures show this and nothing else.
///
/// @param about  which claims are counted
/// @param series in their order
public record ClaimFigures(About about, List<OfSeries> series) {
    public ClaimFigures {
        series = List.copyOf(series);
    }

    /// The figures of one series.
    ///
    /// @param outcomes of all runs, the successes and the failures
    public record OfSeries(Map<Outcome, Part> outcomes) {
        public OfSeries {
            outcomes = Collections.unmodifiableMap(new EnumMap<>(outcomes));
        }

        /// Of the runs of one outcome.
        public Part of(Outcome outcome) {
            return Optional.ofNullable(outcomes.get(outcome)).orElseThrow();
        }
    }

    /// The figures of the runs of one outcome.
    ///
    /// @param wrong    the runs with a wrong claim
    /// @param kinds    those with a wrong claim of a kind, of the kinds that some run states something of
    /// @param verdicts those with a claim that came out so, of [ClaimCheck#DOUBTFUL]
    /// @param levels   those with a wrong claim, of the levels that the series was asked
    public record Part(
            Counted wrong, SortedMap<Claim.Kind, Counted> kinds, SortedMap<Claim.Verdict, Counted> verdicts,
            SortedMap<Intent, Counted> levels) {
        public Part {
            kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
            verdicts = Collections.unmodifiableSortedMap(new TreeMap<>(verdicts));
            levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        }
    }

    /// A share of runs that claim something.
    ///
    /// @param check    whose claims these are
    /// @param estimate over nothing when no claim was checked
    public record Counted(ClaimCheck check, ClaimCheck.Share share, Estimate estimate) {
        static Counted of(ClaimCheck check, ClaimCheck.Share share, Bootstrap bootstrap) {
            return new Counted(check, share, Estimate.of(share.overTasks(), bootstrap));
        }

        /// `21 of 133`: how many runs are so.
        public String runs() {
            return String.format(Locale.ROOT, "%,d of %,d", share.hits().size(), share.checked().size());
        }

        /// `21 of 133`, or `21 of 133 runs, 52 tasks` where tasks have several.
        public String sample() {
            return estimate.sample().runs() > estimate.of()
                    ? runs() + String.format(Locale.ROOT, " runs, %,d %s", estimate.of(), estimate.of() == 1 ? "task" : "tasks")
                    : runs();
        }

        /// What is known, for people: how many runs state something that is not so, the share with its interval and the claims that it
        /// rests on, or why there is no share. Without a full stop.
        public String sentence() {
            if (share.isOfNothing()) {
                return check.whyNothing();
            }
            String over = estimate.sample().runs() > estimate.of() ? " as the mean over tasks" : "";
            return String.format(
                    Locale.ROOT, "%s with a checked claim state something that is not so: %.1f %%%s%s; %,d of %,d claims",
                    sample().contains("runs") ? sample() : sample() + " runs", 100 * estimate.value(), over, interval(),
                    share.found(), share.claims());
        }

        /// The interval in a sentence that goes on, with a comma before it; or why there is none.
        public String interval() {
            return estimate.spread()
                    .map(i -> String.format(Locale.ROOT, ", 95 %% interval %.1f to %.1f %%", 100 * i.low(), 100 * i.high()))
                    .orElseGet(() -> estimate.withoutSpread().isEmpty() ? "" : ", " + estimate.withoutSpread());
        }
    }

    /// Takes a moment where tasks have several trials.
    ///
    /// @param series one evaluation each
    /// @param facts  of the runs that are diagnosed, by id
    /// @param pause  called now and then; what it throws ends the counting
    public static ClaimFigures of(
            List<Evaluation> series, Map<RunId, RunFacts> facts, About about, Bootstrap bootstrap, Runnable pause) {
        return new ClaimFigures(about, series.stream().map(each -> ofSeries(each, facts, about, bootstrap, pause)).toList());
    }

    private static OfSeries ofSeries(Evaluation series, Map<RunId, RunFacts> facts, About about, Bootstrap bootstrap, Runnable pause) {
        Map<Outcome, Part> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            ClaimCheck check = ClaimCheck.of(series.overall(), facts, about, outcome);
            SortedMap<Claim.Kind, Counted> kinds = new TreeMap<>();
            SortedMap<Claim.Verdict, Counted> verdicts = new TreeMap<>();
            SortedMap<Intent, Counted> levels = new TreeMap<>();
            for (Claim.Kind kind : check.kinds()) {
                pause.run();
                kinds.put(kind, Counted.of(check, check.wrong(kind), bootstrap));
            }
            for (Claim.Verdict verdict : ClaimCheck.DOUBTFUL) {
                pause.run();
                verdicts.put(verdict, Counted.of(check, check.of(verdict), bootstrap));
            }
            series.byIntent().forEach((intent, summary) -> {
                pause.run();
                ClaimCheck at = ClaimCheck.of(summary, facts, about, outcome);
                levels.put(intent, Counted.of(at, at.wrong(), bootstrap));
            });
            outcomes.put(outcome, new Part(Counted.of(check, check.wrong(), bootstrap), kinds, verdicts, levels));
        }
        return new OfSeries(outcomes);
    }

    /// The kinds that some run of that outcome states something of, in any series.
    public Set<Claim.Kind> kinds(Outcome outcome) {
        Set<Claim.Kind> kinds = EnumSet.noneOf(Claim.Kind.class);
        series.forEach(each -> kinds.addAll(each.of(outcome).kinds().keySet()));
        return Collections.unmodifiableSet(kinds);
    }
}
