package org.shoptrace.core.task;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.shoptrace.model.json.Json;
import org.shoptrace.model.task.Task;

/// Finds the task of a query over several task files. Within a file the later of two tasks with one query counts. Where two
/// files ask one query for different rewards, which of them a run belongs to is for the user to say: the query is ambiguous.
public final class TaskIndex {
    private final SequencedMap<String, List<Located>> byQuery;

    /// A task and the file that holds it.
    public record Located(Path file, Task task) {}

    /// A query that several files ask for different rewards.
    ///
    /// @param candidates one a file, in the order of the files
    public record Ambiguity(String query, List<Located> candidates) {
        public Ambiguity {
            candidates = List.copyOf(candidates);
        }

        /// What a person is told: the query, the files, what to do.
        @Override
        public String toString() {
            String files = candidates.stream().map(candidate -> candidate.file().toString()).collect(Collectors.joining(", "));
            return "one query with different rewards in " + files + ": \"" + query + "\". Choose the file that its runs belong to.";
        }
    }

    private TaskIndex(SequencedMap<String, List<Located>> byQuery) {
        this.byQuery = byQuery;
    }

    public static TaskIndex of(List<TaskFile> files) {
        SequencedMap<String, List<Located>> byQuery = new LinkedHashMap<>();
        for (TaskFile file : files) {
            SequencedMap<String, Task> ofFile = new LinkedHashMap<>();
            file.tasks().forEach(task -> ofFile.put(task.query(), task));
            ofFile.forEach((query, task) -> byQuery.computeIfAbsent(query, _ -> new ArrayList<>()).add(new Located(file.path(), task)));
        }
        return new TaskIndex(Collections.unmodifiableSequencedMap(byQuery));
    }

    /// The tasks that ask exactly `query`, one a file in the order of the files.
    public List<Located> candidates(String query) {
        return Collections.unmodifiableList(byQuery.getOrDefault(query, List.of()));
    }

    /// The task of `query`, empty when no file asks it or when it is ambiguous.
    public Optional<Task> task(String query) {
        List<Located> candidates = candidates(query);
        return candidates.isEmpty() || differ(candidates) ? Optional.empty() : Optional.of(candidates.getFirst().task());
    }

    /// The queries that several files ask for different rewards.
    public List<Ambiguity> ambiguities() {
        return byQuery.entrySet().stream()
                .filter(entry -> differ(entry.getValue()))
                .map(entry -> new Ambiguity(entry.getKey(), entry.getValue()))
                .toList();
    }

    public boolean isAmbiguous(String query) {
        return differ(candidates(query));
    }

    /// How many different queries there are.
    public int size() {
        return byQuery.size();
    }

    private static boolean differ(List<Located> candidates) {
        return candidates.stream().map(candidate -> scored(candidate.task())).distinct().count() > 1;
    }

    /// What a score depends on.
    private static List<Json> scored(Task task) {
        return List.of(
                Json.of(task.intent().wireName()),
                task.source().get("reward").orElse(Json.NULL),
                task.source().get("voucher").orElse(Json.NULL),
                task.source().get("Knowledge_Attribute").orElse(Json.NULL));
    }
}
