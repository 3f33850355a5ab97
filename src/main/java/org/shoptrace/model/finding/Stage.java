package org.shoptrace.model.finding;

/// How far a failed run got, from the least to the most.
public enum Stage {
    HARNESS("harness", "Stopped by the harness"),
    NO_ANSWER("no_answer", "No answer"),
    MALFORMED_ANSWER("malformed_answer", "Right products, malformed answer"),
    INVENTED("invented", "Invented product"),
    NEVER_RETRIEVED("never_retrieved", "Never retrieved"),
    RETRIEVED_NOT_VIEWED("retrieved_not_viewed", "Retrieved, not viewed"),
    VIEWED_NOT_CHOSEN("viewed_not_chosen", "Viewed, not chosen"),
    CHOSEN("chosen", "Chosen");

    private final String wireName;
    private final String label;

    Stage(String wireName, String label) {
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
