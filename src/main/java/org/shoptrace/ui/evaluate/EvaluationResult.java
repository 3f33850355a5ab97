package org.shoptrace.ui.evaluate;

import java.util.List;
import java.util.Map;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.ui.workspace.RunOutcome;

/// What an evaluation gave.
///
/// @param face        what the figures were made with
/// @param rows        by model, then by intent from easy to hard, then all levels
/// @param report      what the released evaluator would have printed, a block a rollout file
/// @param hangOnTitle successes that a failed title comparison would have undone
/// @param unknown     runs that belong to no task; they are in no denominator
/// @param outcomes    how each run ended
public record EvaluationResult(
        Face face,
        List<ResultRow> rows,
        String report,
        List<RunId> hangOnTitle,
        List<RunId> unknown,
        Map<RunId, RunOutcome> outcomes) {
    public EvaluationResult {
        rows = List.copyOf(rows);
        hangOnTitle = List.copyOf(hangOnTitle);
        unknown = List.copyOf(unknown);
        outcomes = Map.copyOf(outcomes);
    }

    /// What a report carries on its face.
    ///
    /// @param similarity  the title-similarity model's name
    /// @param comparable  whether the figures may stand beside published ones
    /// @param calibration how well the model's thresholds agree with the published ones; empty text when they are the same
    /// @param catalog     fingerprint and size
    public record Face(String profile, String similarity, boolean comparable, String calibration, String catalog) {}
}
