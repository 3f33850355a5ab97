package org.shoptrace.model.trajectory;

/// What somebody else than the agent says during a run: a user's turn after the query, a system's message in mid-run, what an environment
/// shows without having been called. It belongs to the step that it stands before, or after where no step follows.
///
/// @param before whether it stands before what the agent does in the step
/// @param text   never blank
public record Interjection(Speaker speaker, boolean before, String text) {

    /// Who speaks.
    public enum Speaker {
        USER("user", "The user"),
        SYSTEM("system", "The system"),
        ENVIRONMENT("environment", "The environment");

        private final String wireName;
        private final String label;

        Speaker(String wireName, String label) {
            this.wireName = wireName;
            this.label = label;
        }

        /// The name in files and queries.
        public String wireName() {
            return wireName;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }
}
