package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.model.trajectory.RunId;

/// How far the scorer and the people agree about the same runs. The scorer is one rater, each annotator another.
///
/// @param annotator     whose judgements these are
/// @param runs          how many runs both have judged
/// @param agreed        on how many of them they say the same
/// @param kappa         empty when it is not defined: no run, or one and the same word throughout
/// @param disagreements in the order of the judgements
public record ScorerAgreement(
        String annotator, int runs, int agreed, Optional<CohenKappa> kappa, List<Disagreement> disagreements) {
    public ScorerAgreement {
        disagreements = List.copyOf(disagreements);
    }

    /// What a person says of a run, in the scorer's own words: `success` or `failure`, or a stage or fault by its name in files.
    public record Judgement(RunId run, String annotator, String verdict) {}

    /// A run that the two see differently.
    public record Disagreement(RunId run, String scorer, String annotator) {}

    /// One agreement an annotator, in the order in which they first occur.
    ///
    /// @param scorer     the scorer's own word for each run
    /// @param judgements of any runs; those of runs that the scorer has no word for are left out, and of two of one run by one annotator
    ///     the later counts
    public static List<ScorerAgreement> of(Map<RunId, String> scorer, List<Judgement> judgements) {
        SequencedMap<String, SequencedMap<RunId, String>> byAnnotator = new LinkedHashMap<>();
        for (Judgement judgement : judgements) {
            if (scorer.containsKey(judgement.run())) {
                byAnnotator.computeIfAbsent(judgement.annotator(), _ -> new LinkedHashMap<>()).put(judgement.run(), judgement.verdict());
            }
        }
        List<ScorerAgreement> agreements = new ArrayList<>();
        byAnnotator.forEach((annotator, verdicts) -> agreements.add(of(annotator, scorer, verdicts)));
        return agreements;
    }

    /// The scorer's words for the runs of an evaluation: `success` or `failure`.
    public static Map<RunId, String> outcomes(Evaluation evaluation) {
        Map<RunId, String> outcomes = new LinkedHashMap<>();
        evaluation.trials().forEach(run -> outcomes.put(run.id(), run.score().success() ? "success" : "failure"));
        return outcomes;
    }

    private static ScorerAgreement of(String annotator, Map<RunId, String> scorer, SequencedMap<RunId, String> verdicts) {
        SequencedSet<String> words = new LinkedHashSet<>();
        verdicts.forEach((run, verdict) -> {
            words.add(scorer.getOrDefault(run, ""));
            words.add(verdict);
        });
        List<String> order = List.copyOf(words);
        int[][] counts = new int[order.size()][order.size()];
        List<Disagreement> disagreements = new ArrayList<>();
        verdicts.forEach((run, verdict) -> {
            String own = scorer.getOrDefault(run, "");
            counts[order.indexOf(own)][order.indexOf(verdict)]++;
            if (!own.equals(verdict)) {
                disagreements.add(new Disagreement(run, own, verdict));
            }
        });
        return new ScorerAgreement(
                annotator, verdicts.size(), verdicts.size() - disagreements.size(), CohenKappa.of(counts), disagreements);
    }
}
