package org.shoptrace.model.finding;

/// How a run came to its end.
public enum RunEnding {
    TERMINATED("terminated", "Ended by the agent", "The agent called terminate in its last step"),
    STEP_LIMIT("step_limit", "Ran out of steps", "The agent used up its steps and had not ended the run, which is its own doing"),
    STOPPED("stopped", "Just stops", "There is no further step, and nothing says why"),
    EMPTY("empty", "Empty reply", "The model's last reply was empty, or there is no step at all"),
    HARNESS("harness", "Ended by the harness", "Its harness says that the run failed or took too long, or the last step shows a failure");

    private final String wireName;
    private final String label;
    private final String meaning;

    RunEnding(String wireName, String label, String meaning) {
        this.wireName = wireName;
        this.label = label;
        this.meaning = meaning;
    }

    /// The name in files and queries.
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
