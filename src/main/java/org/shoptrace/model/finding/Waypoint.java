package org.shoptrace.model.finding;

/// What a run passes on its way to success, from the first to the last. The first four are passed with each reward, by its target or by a
/// product that would do as well; the last by the run as a whole.
public enum Waypoint {
    RETURNED("returned", "Returned by a search", "A search returned the right product"),
    VIEWED("viewed", "Viewed", "The agent looked at it"),
    CHOSEN("chosen", "Chosen", "It is recommended, as the recommendation was meant"),
    WELL_FORMED("well_formed", "In the right form", "It stands where and how the scorer reads it"),
    SUCCESS("success", "Success", "The scorer counts the run");

    private final String wireName;
    private final String label;
    private final String meaning;

    Waypoint(String wireName, String label, String meaning) {
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
