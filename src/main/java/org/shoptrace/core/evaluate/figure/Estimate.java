package org.shoptrace.core.evaluate.figure;

import java.util.Optional;
import org.shoptrace.core.evaluate.ConstraintShare;
import org.shoptrace.core.evaluate.Rate;
import org.shoptrace.core.evaluate.TaskMean;
import org.shoptrace.core.evaluate.TaskShare;
import org.shoptrace.core.evaluate.TaskTrials;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.ConfidenceInterval;
import org.shoptrace.model.json.Json;

/// A share or a mean, with its 95 % interval and what it is over. Wherever a figure stands, in the window, in the report, in a picture or
/// in a file, it is one of these, made by [Figure#estimate].
///
/// @param value    by its scale; `NaN` over nothing
/// @param interval empty when there was too little to give one
/// @param sample   what it is over
/// @param method   how the interval was made
/// @param scale    what kind of number it is
public record Estimate(double value, Optional<ConfidenceInterval> interval, Sample sample, Method method, FigureScale scale)
        implements
            Figure.Value {

    /// What a figure is over.
    ///
    /// @param tasks how many tasks, or whatever else is counted
    /// @param runs  how many runs they have; more than tasks where some has several trials
    public record Sample(int tasks, int runs) {
        /// For people: `n = 5`, or `5 tasks, 9 runs` where tasks have several.
        public String shown() {
            return runs <= tasks ? "n = " + tasks : tasks + (tasks == 1 ? " task, " : " tasks, ") + runs + " runs";
        }
    }

    /// How an interval is made.
    public enum Method {
        WILSON("Wilson 95 %"),
        BOOTSTRAP("bootstrap 95 %");

        private final String label;

        Method(String label) {
            this.label = label;
        }

        /// For people.
        public String label() {
            return label;
        }
    }

    /// A rate of counted things, with Wilson's interval.
    public static Estimate of(Rate rate) {
        return rate.of() == 0
                ? nothing(FigureScale.SHARE)
                : new Estimate(
                        rate.value(), Optional.of(new ConfidenceInterval(rate.low(), rate.high())), new Sample(rate.of(), rate.of()),
                        Method.WILSON, FigureScale.SHARE);
    }

    /// A share of tasks, with Wilson's interval where every task has one trial and else that of the bootstrap of tasks.
    public static Estimate of(TaskShare share, Bootstrap bootstrap) {
        return share.of() == 0 ? nothing(FigureScale.SHARE) : of(share, share.interval(bootstrap));
    }

    static Estimate bare(TaskShare share) {
        return share.of() == 0 ? nothing(FigureScale.SHARE) : of(share, Optional.empty());
    }

    private static Estimate of(TaskShare share, Optional<ConfidenceInterval> interval) {
        return new Estimate(
                share.value(), interval, new Sample(share.of(), share.runs()),
                share.rate().isPresent() ? Method.WILSON : Method.BOOTSTRAP, FigureScale.SHARE);
    }

    /// A mean with the interval of the bootstrap of tasks.
    ///
    /// @param runs how many runs the tasks have
    public static Estimate of(TaskMean mean, int runs, FigureScale scale) {
        return new Estimate(
                mean.tasks() == 0 ? Double.NaN : mean.value(), mean.interval(), new Sample(mean.tasks(), runs), Method.BOOTSTRAP, scale);
    }

    /// The share of constraints of a kind that are met, with the interval of the bootstrap of tasks.
    public static Estimate of(ConstraintShare share) {
        int tasks = TaskTrials.of(share.runs()).size();
        return new Estimate(share.share(), share.interval(), new Sample(tasks, share.runs().size()), Method.BOOTSTRAP, FigureScale.SHARE);
    }

    /// Of nothing.
    public static Estimate nothing(FigureScale scale) {
        return new Estimate(Double.NaN, Optional.empty(), new Sample(0, 0), Method.BOOTSTRAP, scale);
    }

    /// How many tasks it is over.
    public int of() {
        return sample.tasks();
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

    /// Its interval where that says how sure the value is. A bootstrap of tasks that are all alike has no width and does not: `0.5 to 0.5`
    /// would look as if the value were exact.
    public Optional<ConfidenceInterval> spread() {
        return interval.filter(ConfidenceInterval::hasWidth);
    }

    /// Both ends, for people; where there are none a word why, and a dash over nothing.
    public String intervalText() {
        return spread().map(i -> scale.text(i.low()) + "–" + scale.text(i.high()))
                .orElseGet(() -> of() == 0 ? "–" : interval.isPresent() ? "no width" : of() == 1 ? "one task" : "–");
    }

    /// Why it has no interval that says how sure it is; empty text when it has one, and over nothing.
    public String withoutSpread() {
        if (of() == 0 || spread().isPresent()) {
            return "";
        }
        if (of() == 1) {
            return "one task: the bootstrap has no width";
        }
        return interval.isPresent() ? "all " + of() + " tasks alike: the bootstrap has no width" : "";
    }

    /// The interval in a sentence that goes on, with a comma before it; or why there is none.
    public String intervalSaid() {
        return spread().map(_ -> ", 95 % interval " + intervalText())
                .orElseGet(() -> withoutSpread().isEmpty() ? "" : ", " + withoutSpread());
    }
}
