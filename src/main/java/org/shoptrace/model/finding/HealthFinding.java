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

        /// Whether it is not the agent's own: all but that it used up its steps.
        public boolean ofHarness() {
            return this != STEP_LIMIT;
        }
    }
}
