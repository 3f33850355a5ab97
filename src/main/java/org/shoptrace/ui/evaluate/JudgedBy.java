package org.shoptrace.ui.evaluate;

/// Who says whether a run is a success.
enum JudgedBy {
    RULES("the benchmark's rules", "Scored by ShoppingBench's profile, against the tasks and the catalogue of this workspace."),
    OWN("the file's own verdict", "What the files say of their runs: runs of any benchmark, without tasks and without a catalogue.");

    private final String label;
    private final String note;

    JudgedBy(String label, String note) {
        this.label = label;
        this.note = note;
    }

    /// For people, in the middle of a sentence.
    String label() {
        return label;
    }

    /// What it means, a sentence.
    String note() {
        return note;
    }
}
