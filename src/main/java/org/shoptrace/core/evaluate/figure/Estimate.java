package org.shoptrace.core.evaluate.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.json.Json;

/// A share or a mean of shares, with its 95 % interval.
///
/// @param value    0..1; `NaN` over nothing
/// @param interval empty when there was too little to give one
/// @param of       how many tasks or runs it is over
public record Estimate(double value, Optional<ConfidenceInterval> interval, int of) implements Figure.Value {

    /// A rate with Wilson's interval.
    public static Estimate of(Rate rate) {
        return rate.of() == 0
                ? new Estimate(Double.NaN, Optional.empty(), 0)
                : new Estimate(rate.value(), Optional.of(new ConfidenceInterval(rate.low(), rate.high())), rate.of());
    }

    /// A mean with the interval of the bootstrap of tasks.
    public static Estimate of(TaskMean mean) {
        return new Estimate(mean.tasks() == 0 ? Double.NaN : mean.value(), mean.interval(), mean.tasks());
    }

    /// Three decimals as the released evaluator prints them: from the exact binary value, ties to even.
    ///
    /// @return a dash for no number
    public static String text(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).setScale(3, RoundingMode.HALF_EVEN).toPlainString() : "–";
    }

    /// The value alone, for people.
    @Override
    public String shown() {
        return text(value);
    }

    @Override
    public Json written() {
        return Double.isFinite(value) ? Json.Num.of(value) : Json.NULL;
    }

    /// Both ends, for people; a dash without an interval.
    public String intervalText() {
        return interval.map(i -> text(i.low()) + "–" + text(i.high())).orElse("–");
    }
}
