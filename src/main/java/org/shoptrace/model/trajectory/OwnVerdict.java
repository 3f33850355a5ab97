package org.shoptrace.model.trajectory;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.json.Json;

/// How the file that a run stands in judges it, beside what Shoptrace says of it.
///
/// @param judge        whose verdict it is, for people, such as `tau-bench's reward`
/// @param passed       whether the run succeeded, where the file says so by itself
/// @param score        the main number, of any range
/// @param parts        what else the file rates, in its order
/// @param ending       why the run ended, in the file's word, such as `max_steps`
/// @param error        the failure that ended it
/// @param explanations what a judge wrote, never blank
public record OwnVerdict(
        String judge,
        Optional<Boolean> passed,
        Optional<Json.Num> score,
        List<Part> parts,
        Optional<String> ending,
        Optional<String> error,
        List<String> explanations) {
    /// From which score on a run succeeded, where its file does not say whether it did and nobody chose another.
    public static final double THRESHOLD = 1;

    public OwnVerdict {
        parts = List.copyOf(parts);
        explanations = List.copyOf(explanations);
    }

    /// A part of a reward, or a score beside the main one.
    ///
    /// @param value a number, a boolean or a word
    public record Part(String name, Json value) {}

    /// Whether the run succeeded: what the file says, else whether its score reaches `threshold`; empty where it has neither.
    public Optional<Boolean> success(double threshold) {
        return passed.or(() -> score.map(number -> number.asDouble() >= threshold));
    }

    /// This verdict without what a judge wrote, to be held for many runs.
    public OwnVerdict brief() {
        return explanations.isEmpty() ? this : new OwnVerdict(judge, passed, score, parts, ending, error, List.of());
    }
}
