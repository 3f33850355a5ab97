package org.shoptrace.model.trajectory;

import java.util.Optional;
import org.shoptrace.model.json.Json;

/// What a line wraps around its steps.
public sealed interface Envelope {

    /// The benchmark's own form: the line is the bare array of steps.
    record Bare() implements Envelope {}

    /// An ORO dialogue: an object with a status beside the steps.
    ///
    /// @param status         `SUCCESS`, `FAILED`, `TIMED_OUT`; empty text when the file has none
    /// @param executionTime  seconds
    /// @param hasDialogue    false when `dialogue` is null, missing or no array: the run failed before it left steps
    /// @param source         the object as read; an array `dialogue` is emptied in its place, since the run holds its steps
    record Oro(
            Optional<String> problemId,
            String status,
            Optional<Double> executionTime,
            Optional<String> error,
            boolean hasDialogue,
            Json.Obj source)
            implements Envelope {}
}
