package org.shoptrace.model.finding;

/// How far a failed run got, from the least to the most.
public enum Stage {
    HARNESS("harness", "Stopped by the harness", "Something around the agent broke, so the failure is not its own"),
    NO_ANSWER("no_answer", "No answer", "The agent recommended nothing"),
    MALFORMED_ANSWER("malformed_answer", "Right products, malformed answer", "The right products, lost to spaces, a list, or their order"),
    INVENTED("invented", "Invented product", "It recommended an id that no answer had shown and the catalogue does not have"),
    NEVER_RETRIEVED("never_retrieved", "Never retrieved", "No search returned the target or a product that would do as well"),
    RETRIEVED_NOT_VIEWED("retrieved_not_viewed", "Retrieved, not viewed", "A search returned it, and the agent did not look at it"),
    VIEWED_NOT_CHOSEN("viewed_not_chosen", "Viewed, not chosen", "The agent looked at it, and did not recommend it"),
    CHOSEN("chosen", "Chosen", "What answers the request was recommended, and yet the task failed");

    private final String wireName;
    private final String label;
    private final String meaning;

    Stage(String wireName, String label, String meaning) {
        this.wireName = wireName;
        this.label = label;
        this.meaning = meaning;
    }

    /// The name in files.
    public String wireName() {
        return wireName;
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// What it means, a short sentence without a full stop.
    public String meaning() {
        return meaning;
    }
}
