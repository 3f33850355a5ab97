package org.shoptrace.core.evaluate;

import java.util.List;
import java.util.stream.Stream;

/// What the success rate is worth whatever the model says that compares titles: it lies between the rate where only equal titles count and
/// the rate where no title is checked. Always `byExactTitle` ≤ `figure` ≤ `withoutCheck`.
///
/// @param byExactTitle successes that need no title but the wanted one, character by character
/// @param figure       the success rate
/// @param withoutCheck successes if no title were checked
/// @param hanging      the runs that are successes and would be none by exact title
/// @param missed       the runs that are none and would be successes without the check
public record TitleBounds(TaskShare byExactTitle, TaskShare figure, TaskShare withoutCheck, List<ScoredRun> hanging,
        List<ScoredRun> missed) {
    public TitleBounds {
        hanging = List.copyOf(hanging);
        missed = List.copyOf(missed);
    }

    public static TitleBounds of(Summary summary) {
        return new TitleBounds(
                summary.share(ScoredRun::successByExactTitle), summary.asr(), summary.share(ScoredRun::successWithoutTitleCheck),
                summary.runs().stream().filter(run -> run.score().success() && !run.successByExactTitle()).toList(),
                summary.runs().stream().filter(run -> !run.score().success() && run.successWithoutTitleCheck()).toList());
    }

    /// Whether the check of titles decides anything.
    public boolean isWide() {
        return !hanging.isEmpty() || !missed.isEmpty();
    }

    /// The runs whose success hangs on the check of titles, either way: those that pass by it first.
    public List<ScoredRun> runs() {
        return Stream.concat(hanging.stream(), missed.stream()).toList();
    }
}
