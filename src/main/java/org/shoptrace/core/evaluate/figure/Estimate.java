package org.shoptrace.core.evaluate.figure;

import java.util.Optional;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.json.Json;

/// A share or a mean, with its 95 % interval.
///
/// @param value    by its scale; `NaN` over nothing
/// @param interval empty when there was too little to give one
/// @param of       how many tasks or runs it is over
/// @param scale    what kind of number it is
public record Estimate(double value, Optional<ConfidenceInterval> interval, int of, FigureScale scale) implements Figure.Value {

    /// A rate with Wilson's interval.
    public static Estimate of(Rate rate) {
        return rate.of() == 0
                ? nothing(FigureScale.SHARE)
                : new Estimate(
                        rate.value(), Optional.of(new ConfidenceInterval(rate.low(), rate.high())), rate.of(), FigureScale.SHARE);
    }

    /// A mean with the interval of the bootstrap of tasks.
    public static Estimate of(TaskMean mean, FigureScale scale) {
        return new Estimate(mean.tasks() == 0 ? Double.NaN : mean.value(), mean.interval(), mean.tasks(), scale);
    }

    /// Of nothing.
    public static Estimate nothing(FigureScale scale) {
        return new Estimate(Double.NaN, Optional.empty(), 0, scale);
    }

    /// The value alone, for people.
    @Override
    public String shown() {
        return scale.text(value);
    }

    @Override
    public Json written() {
        return Double.isFinite(value) ? Json.Num.of(value) : Json.NULL;
    }

    /// Both ends, for people; a dash without an interval.
    public String intervalText() {
        return interval.map(i -> scale.text(i.low()) + "–" + scale.text(i.high())).orElse("–");
    }
}
