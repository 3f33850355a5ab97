package org.shoptrace.model.finding;

/// A failure of the harness, not of the agent.
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
    }
}
