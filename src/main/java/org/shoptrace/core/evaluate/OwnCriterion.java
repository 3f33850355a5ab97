package org.shoptrace.core.evaluate;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// By what runs are successes that are judged by what their files say.
///
/// @param threshold from which score on a run is a success whose file does not say so by itself
/// @param judges    whose verdicts they are, such as `tau-bench's reward`, in the order of the files
/// @param said      how many runs are judged by a word of the file, success or failure
/// @param scored    how many by their score and the threshold
public record OwnCriterion(double threshold, List<String> judges, int said, int scored) {
    public OwnCriterion {
        judges = List.copyOf(judges);
    }

    /// Of several files, which have one threshold.
    OwnCriterion and(OwnCriterion other) {
        SequencedSet<String> all = new LinkedHashSet<>(judges);
        all.addAll(other.judges);
        return new OwnCriterion(threshold, List.copyOf(all), said + other.said, scored + other.scored);
    }

    /// Of several files together.
    ///
    /// @param each one at least, with one threshold
    public static OwnCriterion joined(Stream<OwnCriterion> each) {
        return each.reduce(OwnCriterion::and).orElseThrow(() -> new IllegalArgumentException("no file"));
    }

    /// The threshold, for people and as an option.
    public String from() {
        return text(threshold);
    }

    /// A threshold as people read it and as an option has it.
    public static String text(double threshold) {
        return BigDecimal.valueOf(threshold).stripTrailingZeros().toPlainString();
    }

    /// Whose verdict it is: `tau-bench's reward`.
    public String whose() {
        return judges.isEmpty() ? "the file's own verdict" : judges.stream().collect(Collectors.joining(", "));
    }

    /// Whose verdict it is and what a success is, for people, without a full stop, to stand alone.
    public String titled() {
        return whose() + ", " + rule();
    }

    /// Whose verdict it is and what a success is, for people, without a full stop.
    public String told() {
        return "judged by the file's own verdict" + (judges.isEmpty() ? "" : " (" + whose() + ")") + ", " + rule();
    }

    /// What a success is, for people, without a full stop.
    public String rule() {
        String from = "a success from a score of " + from() + " on";
        if (said == 0) {
            return from;
        }
        return scored == 0
                ? "a success where the file says so"
                : "a success where the file says so, and else from a score of "
                        + from() + " on";
    }
}
