package org.shoptrace.model.trajectory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a run's file says of the run as a whole.
///
/// @param task     the task's name in the file's own benchmark
/// @param trial    which of several trials of its task it is
/// @param metadata what runs can be grouped by, such as a domain or a difficulty: short texts by name, in the order of the file
/// @param usage    what the whole run took, where the file says it apart from its turns
public record OwnRecord(
        Optional<String> task, Optional<String> trial, Optional<OwnVerdict> verdict, SequencedMap<String, String> metadata, Usage usage) {
    /// Of a run whose file says nothing but what was said and done.
    public static final OwnRecord NONE = new OwnRecord(Optional.empty(), Optional.empty(), Optional.empty(), new LinkedHashMap<>());

    private static final List<String> PLACES = List.of(
            "domain", "env", "environment", "benchmark", "dataset", "data_source", "eval", "task_name", "suite", "task", "user_id");

    /// A record that does not say what the whole run took.
    public OwnRecord(
            Optional<String> task, Optional<String> trial, Optional<OwnVerdict> verdict, SequencedMap<String, String> metadata) {
        this(task, trial, verdict, metadata, Usage.NONE);
    }

    public OwnRecord {
        metadata = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(metadata));
    }

    /// The task behind the place that its name is counted in, such as `airline · 7`: two domains both have a task 0. Empty where the file
    /// names no task.
    public Optional<String> placedTask() {
        return task.map(name -> PLACES.stream()
                .flatMap(place -> Optional.ofNullable(metadata.get(place)).stream())
                .findFirst()
                .map(place -> place + " · " + name)
                .orElse(name));
    }

    /// This record with another verdict.
    public OwnRecord with(OwnVerdict newVerdict) {
        return new OwnRecord(task, trial, Optional.of(newVerdict), metadata, usage);
    }

    /// This record with what the whole run took.
    public OwnRecord with(Usage newUsage) {
        return new OwnRecord(task, trial, verdict, metadata, newUsage);
    }

    /// This record, and of `other` what this does not say.
    public OwnRecord or(OwnRecord other) {
        if (equals(NONE) || other.equals(NONE)) {
            return equals(NONE) ? other : this;
        }
        LinkedHashMap<String, String> both = new LinkedHashMap<>(metadata);
        other.metadata.forEach(both::putIfAbsent);
        return new OwnRecord(task.or(other::task), trial.or(other::trial), verdict.or(other::verdict), both, usage.or(other.usage));
    }

    /// This record with one more thing that runs can be grouped by.
    public OwnRecord with(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(metadata);
        more.put(name, value);
        return new OwnRecord(task, trial, verdict, more, usage);
    }

    /// This record without what tells how the run ended or what would have been right: its task, its trial and what it took.
    public OwnRecord unjudged() {
        return new OwnRecord(task, trial, Optional.empty(), new LinkedHashMap<>(), usage);
    }

    /// This record without long texts, to be held for many runs.
    public OwnRecord brief() {
        return new OwnRecord(task, trial, verdict.map(OwnVerdict::brief), metadata, usage);
    }
}
