package org.shoptrace.core.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a run can be written as.
public enum ExportFormat {
    /// The benchmark's own: an array of steps on one line.
    BENCHMARK("Benchmark rollout", "jsonl"),
    ATIF("ATIF 1.7", "json"),
    /// A conversation with calls, as chat interfaces have it, on one line.
    MESSAGES("Message list", "jsonl"),
    HTML("Page to read (HTML)", "html");

    private final String label;
    private final String ending;

    ExportFormat(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /// Whether its runs are lines of one file.
    public boolean isOfLines() {
        return this == BENCHMARK || this == MESSAGES;
    }

    /// The name on the command line.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// What its files' names end in, without the dot.
    public String ending() {
        return ending;
    }

    public static Optional<ExportFormat> of(String wireName) {
        return Arrays.stream(values()).filter(format -> format.wireName().equals(wireName)).findFirst();
    }
}
