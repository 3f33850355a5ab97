package org.shoptrace.ui.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.shoptrace.core.evaluate.MeanInterval;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.result.Estimate;
import org.shoptrace.core.evaluate.result.EvaluationResult;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.score.Column;
import org.shoptrace.model.task.Intent;

/// What can be told apart by kinds of tasks and runs: success, relevance, and every column of the evaluator.
///
/// @param id       stable, for node ids
/// @param name     as it stands before its number
/// @param label    for people to choose it by
/// @param note     what its bars and whiskers are
/// @param estimate of a group; no number where the group has nothing of it
/// @param of       how many tasks or runs it is over
record BreakdownFigure(
        String id, String name, String label, String note, Function<Summary, Estimate> estimate, ToIntFunction<Summary> of) {

    /// Those that some task of a result has: success and relevance first, then the columns in the evaluator's order. `rule` is the relevance.
    static List<BreakdownFigure> of(EvaluationResult result) {
        Stream<BreakdownFigure> columns = Arrays.stream(Column.values())
                .filter(column -> column != Column.RULE)
                .filter(column -> result.levels().stream().anyMatch(level -> Column.of(level).contains(column)))
                .map(BreakdownFigure::column);
        return Stream.concat(
                Stream.of(
                        rate("asr", "ASR", "Success (ASR)", Summary::asr),
                        mean("car", "CAR", "Relevance (CAR)", "CAR", Column.RULE)),
                columns)
                .toList();
    }

    /// A success rate with Wilson's interval.
    static Estimate success(Summary summary) {
        return estimate(summary.asr());
    }

    private static BreakdownFigure column(Column column) {
        return column == Column.GT
                ? rate("gt", "gt rate", "gt rate", Summary::gt)
                : mean(column.wireName().replaceAll("\\W+", "-"), column.wireName(), column.wireName(), column.label(), column);
    }

    private static BreakdownFigure rate(String id, String name, String label, Function<Summary, Rate> rate) {
        return new BreakdownFigure(
                id, name, label, name + " in %, Wilson 95 %", summary -> estimate(rate.apply(summary)),
                summary -> rate.apply(summary).of());
    }

    private static BreakdownFigure mean(String id, String name, String label, String what, Column column) {
        return new BreakdownFigure(
                id, name, label, what + " × 100, Student-t 95 %", summary -> estimate(values(summary, column)),
                summary -> values(summary, column).length);
    }

    /// None where tasks mean different things by it: a web title is compared with another threshold, and counts once.
    private static double[] values(Summary summary, Column column) {
        boolean mixed = column == Column.TITLE && summary.tasks().size() > 1 && summary.tasks().containsKey(Intent.WEB);
        return mixed ? new double[0] : summary.taskValues(column);
    }

    private static Estimate estimate(Rate rate) {
        return rate.of() == 0
                ? new Estimate(Double.NaN, Optional.empty())
                : new Estimate(rate.value(), Optional.of(new ConfidenceInterval(rate.low(), rate.high())));
    }

    private static Estimate estimate(double[] values) {
        return values.length == 0
                ? new Estimate(Double.NaN, Optional.empty())
                : new Estimate(
                        Arrays.stream(values).sum() / values.length,
                        MeanInterval.of(values).map(i -> new ConfidenceInterval(i.low(), i.high())));
    }
}
