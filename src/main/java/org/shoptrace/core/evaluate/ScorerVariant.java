package org.shoptrace.core.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.shoptrace.core.score.LiteralTitles;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// The same runs judged by another scorer, to show what hangs on the scorer and not on the agent.
///
/// @param name       the other scorer's, for people
/// @param comparison A is the scorer that was chosen, B the other; both have judged the same runs, and what one of them does not score
///     stands apart
/// @param runs       each run that both score, as the two judge it
public record ScorerVariant(String name, Comparison comparison, List<Judged> runs) {
    public ScorerVariant {
        runs = List.copyOf(runs);
    }

    /// A run, as the chosen scorer judges it and as the other does.
    public record Judged(ScoredRun here, ScoredRun there) {
        /// Who passes it: A is the chosen scorer.
        public Comparison.Cell cell() {
            if (here.score().success()) {
                return there.score().success() ? Comparison.Cell.BOTH : Comparison.Cell.ONLY_A;
            }
            return there.score().success() ? Comparison.Cell.ONLY_B : Comparison.Cell.NEITHER;
        }
    }

    /// Judges that need no second look at the runs: nothing but the exact targets, equal titles only, and no check of titles at all.
    public static List<ScorerVariant> derived(Evaluation evaluation) {
        return List.of(
                derived("exact ids only", evaluation, ScorerVariant::isTarget),
                derived(LiteralTitles.EQUAL.name(), evaluation, ScoredRun::successByExactTitle),
                derived(LiteralTitles.ANY.name(), evaluation, ScoredRun::successWithoutTitleCheck));
    }

    /// The judge that scored the same files anew.
    ///
    /// @param name  of what is different: a profile's or a similarity model's
    /// @param other of the same rollouts
    public static ScorerVariant rescored(String name, Evaluation chosen, Evaluation other) {
        record Place(RunSource source, RunId id) {}
        Map<Place, ScoredRun> there = new HashMap<>();
        other.trials().forEach(run -> there.put(new Place(run.source(), run.id()), run));
        List<Judged> both = chosen.trials().stream()
                .flatMap(run -> Optional.ofNullable(there.get(new Place(run.source(), run.id()))).map(again -> new Judged(run, again))
                        .stream())
                .toList();
        return new ScorerVariant(name, Comparison.of(chosen, other), both);
    }

    /// The runs that both score, of one cell.
    public List<Judged> in(Comparison.Cell cell) {
        return runs.stream().filter(run -> run.cell() == cell).toList();
    }

    /// The runs that only one of the two passes: the chosen scorer's first.
    public List<Judged> flips() {
        return Stream.concat(in(Comparison.Cell.ONLY_A).stream(), in(Comparison.Cell.ONLY_B).stream()).toList();
    }

    /// The column `gt` of web tasks is 1 for any id that holds the target's; there, what passes without its title compared is the target.
    private static boolean isTarget(ScoredRun run) {
        TaskScore score = run.score();
        return score.success() && (score.intent() == Intent.WEB ? run.details().titles().lowest().isEmpty() : score.value(Column.GT) >= 1);
    }

    private static ScorerVariant derived(String name, Evaluation evaluation, Predicate<ScoredRun> success) {
        List<ScoredRun> there = evaluation.trials().stream().map(run -> judged(run, success.test(run))).toList();
        Summary overall = evaluation.overall();
        Evaluation other = Evaluation.of(
                evaluation.conditions(), overall.tasks(), overall.overTasks(), there, evaluation.missing(), evaluation.leftovers());
        return rescored(name, evaluation, other);
    }

    private static ScoredRun judged(ScoredRun run, boolean success) {
        TaskScore score = run.score();
        return new ScoredRun(
                run.id(), run.source(), run.steps(),
                new TaskScore(score.query(), score.intent(), score.values(), success, score.crashesReference(), false),
                run.details());
    }
}
