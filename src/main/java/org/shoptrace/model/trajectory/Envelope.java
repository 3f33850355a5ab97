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
            implements
                Envelope {}

    /// A conversation: messages of a system, a user, an assistant and its tools.
    ///
    /// @param format what it is written in, for people; [#PLAIN] where that is a chat completion's own spelling
    /// @param source the array of messages or the object around it, whole; the run's steps are read from it
    record Messages(String format, Json source) implements Envelope {
        public static final String PLAIN = "message list";

        /// Whether the source is a list of messages as chat completions have them, and not another framework's record.
        public boolean isPlain() {
            return format.equals(PLAIN);
        }
    }

    /// A trajectory in the Agent Trajectory Interchange Format.
    ///
    /// @param version   `schema_version`, such as `ATIF-v1.7`
    /// @param session   `session_id`; empty where the file has none
    /// @param agent     `agent.name`; empty where the file has none
    /// @param catalogue the fingerprint of the catalogue that the run was recorded with, where an export of Shoptrace says it
    /// @param source    the document, whole; the run's steps are read from it
    record Atif(
            String version, Optional<String> session, Optional<String> agent, Optional<String> catalogue, Json.Obj source)
            implements
                Envelope {}

    /// The format's name, for people.
    default String label() {
        return switch (this) {
            case Bare _ -> "benchmark rollout";
            case Oro _ -> "ORO dialogue";
            case Messages messages -> messages.format();
            case Atif atif -> atif.version();
        };
    }

    /// Whether the run's user speaks in messages of any wording, so that its task is the one whose query they contain, and not only
    /// the one whose query they equal.
    default boolean isConversation() {
        return this instanceof Messages || this instanceof Atif;
    }
}
