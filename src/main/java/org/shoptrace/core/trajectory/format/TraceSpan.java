package org.shoptrace.core.trajectory.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shoptrace.model.json.Json;

/// What one piece of work of a trace was, whichever tool watched it.
///
/// @param trace    which trace it is of; empty text where it is the only one
/// @param parent   empty for the first
/// @param start    when it began, in a unit in which those of one trace compare
/// @param name     of a tool, its name
/// @param call     which call of a model a tool answers, where it says so
/// @param input    what was sent to the model or the tool
/// @param output   what came back
/// @param measured what a model's turn took, as fields of a message of chat completions: `model`, `usage`, `latency`, `finish_reason`,
///                 `timestamp`
/// @param recorded as the file has it
record TraceSpan(
        String trace, String id, Optional<String> parent, double start, Kind kind, String name, Optional<String> call, Json input,
        Json output, boolean failed, Json.Obj measured, Json recorded) {
    private static final Pattern OF_TOOL = Pattern.compile("^(?:execute_tool |running tool: |tool[.:]\\s*)(.+)$");

    TraceSpan {
        // Some say in the name what a span is.
        Matcher matcher = OF_TOOL.matcher(name);
        name = matcher.matches() ? matcher.group(1) : name;
    }

    enum Kind {
        /// A model was asked.
        GENERATION,
        TOOL,
        /// What holds others together, such as an agent's run.
        OTHER
    }
}
