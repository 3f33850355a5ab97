package org.shoptrace.model.trajectory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What a run's file says of the run as a whole.
///
/// @param task     the task's name in the file's own benchmark
/// @param trial    which of several trials of its task it is
/// @param metadata what runs can be grouped by, such as a domain or a difficulty: short texts by name, in the order of the file
public record OwnRecord(
        Optional<String> task, Optional<String> trial, Optional<OwnVerdict> verdict, SequencedMap<String, String> metadata) {
    /// Of a run whose file says nothing but what was said and done.
    public static final OwnRecord NONE = new OwnRecord(Optional.empty(), Optional.empty(), Optional.empty(), new LinkedHashMap<>());

    public OwnRecord {
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }

    /// This record with another verdict.
    public OwnRecord with(OwnVerdict newVerdict) {
        return new OwnRecord(task, trial, Optional.of(newVerdict), metadata);
    }

    /// This record with one more thing that runs can be grouped by.
    public OwnRecord with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(name, value);
        return new OwnRecord(task, trial, verdict, more);
    }

    /// This record without long texts, to be held for many runs.
    public OwnRecord brief() {
        return new OwnRecord(task, trial, verdict.map(OwnVerdict::brief), metadata);
    }
}
