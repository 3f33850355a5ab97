package org.shoptrace.ui.replay;

/// A part of a step that can be opened further.
///
/// @param step the step's number, from 1
/// @param call the call's number in the step, from 1; 0 for a part of the step itself
record Fold(int step, int call, Part part) {
    /// What is opened.
    enum Part {
        THINK,
        REASONING,
        RESPONSE,
        OUTPUT,
        ANSWER_TEXT,
        /// The answer as raw JSON instead of cards; with the transcript set to JSON: as cards instead.
        ANSWER_FORM
    }
}
