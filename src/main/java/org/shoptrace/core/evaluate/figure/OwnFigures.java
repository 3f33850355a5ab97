package org.shoptrace.core.evaluate.figure;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.shoptrace.core.evaluate.OwnFacts;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.evaluate.figure.Figure.Measure;
import org.shoptrace.core.evaluate.figure.Figure.Place;
import org.shoptrace.core.evaluate.figure.Figure.Seen;
import org.shoptrace.core.evaluate.figure.Figure.Words;
import org.shoptrace.model.trajectory.RunPlace;

/// The figures of what files say of their runs: the score that they give, what the runs took, how many they do not judge. They are columns
/// only where some file says such a thing; a mean is over the tasks that have a run of which it does.
final class OwnFigures {
    /// The score that files give, of any range.
    static final Figure SCORE = mean(
            "own_score", "own score", "Own score", "Mean score by the file",
            "The score that the file itself gives, in the mean; of any range", Seen.USUAL, Optional.of(Seen.REPORT), OwnFacts::score);

    static final List<Figure> ALL = List.of(
            SCORE,
            new Figure(
                    "unjudged", "unjudged", new Words("Unjudged", "Runs unjudged", "Runs that their file does not judge: in no rate"),
                    new Measure.Counted(level -> level.counted().unjudged().size()),
                    new Place(Seen.USUAL, Optional.empty(), false, level -> !level.counted().unjudged().isEmpty()),
                    level -> behind(level, "unjudged", level.counted().unjudged())),
            new Figure(
                    "errors", "errors", new Words("Errors", "Runs with an error", "Judged runs that an error ended, as their file says"),
                    new Measure.Counted(level -> errors(level).size()),
                    new Place(Seen.USUAL, Optional.empty(), false, level -> !errors(level).isEmpty()),
                    level -> behind(level, "with an error", errors(level))),
            new Figure(
                    "calls", "calls", new Words("Calls", "Calls of a run", "How many tools a run calls, in the mean"),
                    Measure.Mean.ofNumbers(summary -> summary.runValues(run -> run.details().callCount())),
                    new Place(Seen.REPORT, Optional.of(Seen.OFFERED), false, level -> level.summary().isOwn()),
                    level -> behind(level, "calls", level.counted().scored())),
            mean(
                    "prompt_tokens", "prompt tokens", "Tokens read", "Tokens read by a run",
                    "Tokens of all prompts of a run, in the mean, as its file says", Seen.REPORT, Optional.of(Seen.OFFERED),
                    own -> own.usage().promptTokens().map(Long::doubleValue)),
            mean(
                    "completion_tokens", "completion tokens", "Tokens written", "Tokens written by a run",
                    "Tokens of all answers of a run, in the mean, as its file says", Seen.REPORT, Optional.of(Seen.OFFERED),
                    own -> own.usage().completionTokens().map(Long::doubleValue)),
            mean(
                    "cost_usd", "cost USD", "Cost, $", "Cost of a run, US dollars",
                    "What a run cost, in the mean, as its file says", Seen.REPORT, Optional.of(Seen.OFFERED),
                    own -> own.usage().cost().map(Number::doubleValue)),
            mean(
                    "latency_s", "latency s", "Seconds", "Seconds of a run",
                    "How long the answers of a run took, in the mean, as its file says", Seen.REPORT, Optional.of(Seen.OFFERED),
                    own -> own.usage().latency()));

    private OwnFigures() {}

    private static Figure mean(
            String wireName, String column, String title, String label, String meaning, Seen seen, Optional<Seen> interval,
            Function<OwnFacts, Optional<Double>> number) {
        Predicate<ScoredRun> has = run -> number.apply(run.details().own()).isPresent();
        return new Figure(
                wireName, column, new Words(title, label, meaning),
                new Measure.Mean(FigureScale.MEASURE, Optional.empty(), summary -> values(summary, number), has),
                new Place(seen, interval, false, level -> level.summary().runs().stream().anyMatch(has)),
                level -> behind(
                        level, title.toLowerCase(Locale.ROOT), level.summary().runs().stream().filter(has).map(ScoredRun::place).toList()));
    }

    /// One for each task that has a run with such a number, the mean of these.
    private static double[] values(Summary summary, Function<OwnFacts, Optional<Double>> number) {
        return summary.byTask().stream()
                .map(task -> numbers(task, number))
                .filter(numbers -> numbers.length > 0)
                .mapToDouble(TaskMean::mean)
                .toArray();
    }

    private static double[] numbers(TaskTrials task, Function<OwnFacts, Optional<Double>> number) {
        return task.runs().stream()
                .flatMap(run -> number.apply(run.details().own()).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static List<RunPlace> errors(Level level) {
        return level.summary().runs().stream().filter(run -> run.details().own().error().isPresent()).map(ScoredRun::place).toList();
    }

    private static Optional<Behind> behind(Level level, String what, List<RunPlace> runs) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(new Behind.Runs(level.why(what), runs));
    }
}
