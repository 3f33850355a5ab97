package org.shoptrace.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.Summary;
import org.shoptrace.core.evaluate.TaskShare;
import org.shoptrace.core.evaluate.figure.Estimate;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.json.Json;

/// The cells of a table's row, one after the other.
final class Cells {
    static final List<String> RATE = List.of("successes", "of", "ASR", "ASR low", "ASR high");
    static final List<String> MEAN = List.of("CAR", "CAR low", "CAR high", "CAR over");

    private final List<Json> cells = new ArrayList<>();

    Cells text(String text) {
        cells.add(Json.of(text));
        return this;
    }

    Cells count(long count) {
        cells.add(Json.Num.of(count));
        return this;
    }

    Cells number(double value) {
        cells.add(Json.Num.of(value));
        return this;
    }

    Cells count(OptionalInt count) {
        cells.add(count.isPresent() ? Json.Num.of(count.getAsInt()) : Json.NULL);
        return this;
    }

    Cells number(OptionalDouble value) {
        cells.add(value.isPresent() ? Json.Num.of(value.getAsDouble()) : Json.NULL);
        return this;
    }

    Cells value(Optional<? extends Json> value) {
        cells.add(value.isPresent() ? value.get() : Json.NULL);
        return this;
    }

    Cells nothing() {
        cells.add(Json.NULL);
        return this;
    }

    /// Counts, value and interval; value and interval are nothing when the rate is of nothing.
    Cells rate(Rate rate) {
        count(rate.hits()).count(rate.of());
        return rate.of() == 0 ? nothing().nothing().nothing() : number(rate.value()).number(rate.low()).number(rate.high());
    }

    /// As [#share], of a summary's success.
    Cells success(Summary summary, Bootstrap bootstrap) {
        return share(summary.asr(), bootstrap);
    }

    /// How many are so, nothing where tasks have several trials; tasks, value and interval, of which the last two are nothing without a
    /// task.
    Cells share(TaskShare share, Bootstrap bootstrap) {
        Estimate estimate = Estimate.of(share, bootstrap);
        // Of tasks with several trials the runs that are so are no number of tasks, and their quotient is not the share.
        count(share.rate().isPresent() ? OptionalInt.of(share.hits()) : OptionalInt.empty()).count(share.of());
        return estimate.of() == 0 ? nothing().nothing().nothing() : number(estimate.value()).interval(estimate.interval());
    }

    /// Value, interval and the number of tasks.
    Cells estimate(Estimate estimate) {
        return value(estimate).count(estimate.of());
    }

    /// Value and interval.
    Cells value(Estimate estimate) {
        return (estimate.of() == 0 ? nothing() : number(estimate.value())).interval(estimate.interval());
    }

    Cells interval(Optional<ConfidenceInterval> interval) {
        return interval.map(i -> number(i.low()).number(i.high())).orElseGet(() -> nothing().nothing());
    }

    List<Json> row() {
        return List.copyOf(cells);
    }
}
