package org.shoptrace.model.finding;

/// What the harness or the form of a call did to a run, or that the agent ran out of steps.
///
/// @param text what happened, a short sentence without a full stop
public record HealthFinding(Kind kind, Place place, String text) {
    /// What failed.
    public enum Kind {
        NULL_RESULT("null_result", "No result"),
        EMPTY_REPLY("empty_reply", "Empty reply"),
        DROPPED_CALL("dropped_call", "Dropped call"),
        MALFORMED_CALL("malformed_call", "Malformed call"),
        UNKNOWN_TOOL("unknown_tool", "Unknown tool"),
        MISSING_PAGE("missing_page", "Search without page"),
        EMPTY_WEB("empty_web", "Empty web search"),
        TOOL_ERROR("tool_error", "Tool error"),
        NOT_UNDERSTOOD("not_understood", "Not understood"),
        STEP_LIMIT("step_limit", "Step limit");

        private final String wireName;
        private final String label;

        Kind(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }

        /// Whether the harness did it: all but that the agent used up its steps, that a tool reports an error, which may be of
        /// either's making, and that a reply is of a shape that Shoptrace does not know.
        public boolean ofHarness() {
            return this != STEP_LIMIT && this != TOOL_ERROR && this != NOT_UNDERSTOOD;
        }
    }
}
