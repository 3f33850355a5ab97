package org.shoptrace.core.evaluate.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.ScorerVariant;
import org.shoptrace.core.evaluate.setup.OpenScorer;
import org.shoptrace.core.job.Progress;
import org.shoptrace.core.score.Profile;
import org.shoptrace.core.score.TitleSimilarity;

/// The runs of several series under other scorers, each scored anew. What another scorer cannot judge is told in a notice, and does not
/// keep the rest from being made.
public final class OtherScorers {
    private final OpenScorer scorer;
    private final List<Series> series;
    private final Progress progress;
    private final SequencedMap<String, List<ScorerVariant>> variants = new LinkedHashMap<>();
    private final List<String> notices = new ArrayList<>();

    /// @param series what the scorer made of its set-up
    public OtherScorers(OpenScorer scorer, List<Series> series, Progress progress) {
        this.scorer = scorer;
        this.series = List.copyOf(series);
        this.progress = progress;
    }

    /// By the profile that was not chosen.
    public void otherProfile() {
        Profile other = scorer.otherProfile();
        judge(profile(other.name()), other);
    }

    /// By the same profile with another title similarity.
    public void similarity(TitleSimilarity other) {
        judge(other.name(), scorer.profile().with(other));
    }

    /// The same runs under the scorers that were asked, by the labels of the series; a series that another does not score is left out
    /// there.
    public Map<String, List<ScorerVariant>> variants() {
        return Map.copyOf(variants);
    }

    /// What could not be judged, sentences for a reader.
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /// The same runs as they were judged and as another scorer judges them, by the labels of the series; a series that the other does not
    /// score is left out.
    ///
    /// @param name of what is different
    public static SequencedMap<String, ScorerVariant> beside(String name, List<Series> series, List<Evaluation> other) {
        SequencedMap<String, ScorerVariant> variants = new LinkedHashMap<>();
        List<Series> judged = Series.of(other);
        for (Series chosen : series) {
            judged.stream()
                    .filter(one -> one.label().equals(chosen.label()))
                    .findFirst()
                    .ifPresent(one -> variants.put(
                            chosen.label(), ScorerVariant.rescored(name, chosen.evaluation(), one.evaluation())));
        }
        return variants;
    }

    /// What a variant by another profile is called.
    static String profile(String name) {
        return "profile " + name;
    }

    private void judge(String name, Profile other) {
        try {
            beside(name, series, scorer.evaluateBy(other, progress))
                    .forEach((label, variant) -> variants.computeIfAbsent(label, _ -> new ArrayList<>()).add(variant));
        } catch (ShoptraceException e) {
            notices.add("The runs could not be scored with " + name + " for comparison: " + e.getMessage());
        }
    }
}
