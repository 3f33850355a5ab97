package org.shoptrace.core.evaluate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;

/// The same runs judged by another scorer, to show what hangs on the scorer and not on the agent.
///
/// @param name       the other scorer's, for people
/// @param comparison A is the scorer that was chosen, B the other; both have judged the same runs, and what one of them does not score
///     stands apart
public record ScorerVariant(String name, Comparison comparison) {
    /// Judges that need no second look at the runs: nothing but the exact targets, and no check of titles at all.
    public static List<ScorerVariant> derived(Evaluation evaluation) {
        return List.of(
                derived("exact ids only", evaluation, ScorerVariant::isTarget),
                derived("no title check", evaluation, run -> run.details().titles().otherwise()));
    }

    /// The judge that scored the same files anew.
    ///
    /// @param name  of what is different: a profile's or a similarity model's
    /// @param other of the same rollouts
    public static ScorerVariant rescored(String name, Evaluation chosen, Evaluation other) {
        return new ScorerVariant(name, Comparison.of(chosen, other));
    }

    /// The runs that only one of the two passes: A's first.
    public List<Comparison.Pair> flips() {
        return Stream.concat(
                comparison.in(Comparison.Cell.ONLY_A).stream(), comparison.in(Comparison.Cell.ONLY_B).stream())
                .toList();
    }

    /// The column `gt` of web tasks is 1 for any id that holds the target's; there, what passes without a title is the target.
    private static boolean isTarget(ScoredRun run) {
        TaskScore score = run.score();
        return score.success() && (score.intent() == Intent.WEB ? !score.hangsOnTitle() : score.value(Column.GT) >= 1);
    }

    private static ScorerVariant derived(String name, Evaluation evaluation, Predicate<ScoredRun> success) {
        List<Comparison.Pair> pairs = evaluation.overall().runs().stream()
                .map(run -> new Comparison.Pair(run, judged(run, success.test(run))))
                .toList();
        return new ScorerVariant(name, new Comparison(pairs, List.of(), List.of()));
    }

    private static ScoredRun judged(ScoredRun run, boolean success) {
        TaskScore score = run.score();
        return new ScoredRun(
                run.id(), run.source(), run.steps(),
                new TaskScore(score.query(), score.intent(), score.values(), success, score.crashesReference(), false),
                run.details());
    }
}
