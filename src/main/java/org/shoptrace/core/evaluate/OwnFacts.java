package org.shoptrace.core.evaluate;

import java.util.Optional;
import org.shoptrace.model.trajectory.OwnRecord;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.RunSummary;
import org.shoptrace.model.trajectory.Usage;

/// What a run's file says of it: how it judges it, what it can be grouped by, and what the run took.
///
/// @param record without what a judge wrote
public record OwnFacts(OwnRecord record, Usage usage) {
    /// Of a run whose file says nothing.
    public static final OwnFacts NONE = new OwnFacts(OwnRecord.NONE, Usage.NONE);

    /// Of a run.
    public static OwnFacts of(RunSummary run) {
        return new OwnFacts(run.own(), run.usage());
    }

    /// How the file judges the run.
    public Optional<OwnVerdict> verdict() {
        return record.verdict();
    }

    /// Whether the file judges it a success; empty where it does not judge it.
    public Optional<Boolean> success(double threshold) {
        return verdict().flatMap(verdict -> verdict.success(threshold));
    }

    /// The main number of the verdict, where it is one that can be counted with.
    public Optional<Double> score() {
        return verdict().flatMap(OwnVerdict::score).map(number -> number.asDouble()).filter(Double::isFinite);
    }

    /// The tokens read and written together, as far as the file says them.
    public Optional<Long> tokens() {
        return usage.promptTokens().isEmpty() && usage.completionTokens().isEmpty()
                ? Optional.empty()
                : Optional.of(usage.promptTokens().orElse(0L) + usage.completionTokens().orElse(0L));
    }

    /// The failure that ended it, as the file calls it.
    public Optional<String> error() {
        return verdict().flatMap(OwnVerdict::error);
    }

    /// Why it ended, in the file's word.
    public Optional<String> ending() {
        return verdict().flatMap(OwnVerdict::ending);
    }
}
