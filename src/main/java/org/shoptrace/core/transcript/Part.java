package org.shoptrace.core.transcript;

/// A text of a run, by where it stands.
///
/// @param step the step's number, from 1
/// @param call the call's number in the step, from 1; 0 for a text of the step itself
/// @param item the product's place in the answer, or that among others' words, from 1; 0 for an answer or text as a whole
/// @param name of a [Kind#FIELD] its path in the step, such as `extra_info.score`; empty text otherwise
public record Part(int step, int call, int item, Kind kind, String name) {

    /// What the text is.
    public enum Kind {
        /// What another than the agent says; with an item, which of the step's, from 1.
        OTHERS,
        /// What the agent thought.
        THOUGHT,
        /// The reasoning that the model's server reports beside its text, where the message does not repeat it.
        REASONING,
        /// The call's tool and arguments.
        CALL,
        /// What the tool answered; with an item, one product of it.
        ANSWER,
        /// What the user is told.
        RESPONSE,
        /// The model's text as it came, of a step from which nothing could be read.
        OUTPUT,
        /// A field of the step that none of these shows.
        FIELD
    }

    public static Part ofStep(int step, Kind kind) {
        return new Part(step, 0, 0, kind, "");
    }

    public static Part ofCall(int step, int call, Kind kind) {
        return new Part(step, call, 0, kind, "");
    }

    public static Part ofItem(int step, int call, int item) {
        return new Part(step, call, item, Kind.ANSWER, "");
    }

    /// What another than the agent says in a step.
    ///
    /// @param place which of the step's others, from 1
    public static Part ofOther(int step, int place) {
        return new Part(step, 0, place, Kind.OTHERS, "");
    }

    public static Part ofField(int step, String name) {
        return new Part(step, 0, 0, Kind.FIELD, name);
    }
}
