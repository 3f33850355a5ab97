package org.shoptrace.core.provenance;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.shoptrace.core.provenance.Provenance.DataDate;

/// What parts of a provenance are called for people.
public final class ProvenanceWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ProvenanceWords() {}

    /// What a file is.
    public static String of(Making.Role role) {
        return switch (role) {
            case TASKS -> "Tasks";
            case ROLLOUTS -> "Rollouts";
            case SIMILARITIES -> "Table of similarities";
            case VECTORS -> "Published vectors";
            case ANNOTATIONS -> "Annotations";
            case WORKSPACE -> "File of the workspace";
        };
    }

    /// A date with what it was read off.
    public static String of(DataDate date) {
        return day(date) + switch (date.from()) {
            case RUNS -> ", when the newest run began";
            case FILES -> ", when the newest file was changed";
        };
    }

    /// The day, in English whatever the machine's language.
    public static String day(DataDate date) {
        return DAY.format(date.newest());
    }
}
