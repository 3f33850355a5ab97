package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunSummary;

/// Finds the task files that a rollout file was made from. A folder may hold several splits and suites, and a run of one is not missing
/// from the others; where two of them ask one query for different rewards, this also tells which is meant.
public final class TaskCover {
    private final List<SequencedMap<String, Task>> files = new ArrayList<>();
    private final Set<String> queries = new HashSet<>();

    /// @param taskSets the tasks of each file; of two with one query the later counts
    public TaskCover(List<List<Task>> taskSets) {
        for (List<Task> tasks : taskSets) {
            SequencedMap<String, Task> file = new LinkedHashMap<>();
            tasks.forEach(task -> file.put(task.query(), task));
            files.add(file);
            queries.addAll(file.keySet());
        }
    }

    /// The task files that the runs were made from, those that ask the most of their queries first.
    ///
    /// @param places of the files among all, from 0
    public record Cover(List<SequencedMap<String, Task>> files, List<Integer> places) {
        /// The task of a query.
        public Optional<Task> task(String query) {
            return files.stream().flatMap(file -> Optional.ofNullable(file.get(query)).stream()).findFirst();
        }

        /// All that was asked, each query once.
        public Collection<Task> tasks() {
            SequencedMap<String, Task> tasks = new LinkedHashMap<>();
            files.forEach(file -> file.forEach(tasks::putIfAbsent));
            return tasks.values();
        }
    }

    /// The fewest task files that ask the queries of the runs; of two that ask as many the smaller.
    public Cover of(Collection<RunSummary> runs) {
        return of(runs.stream().flatMap(run -> run.query().stream()));
    }

    /// As [#of(Collection)], by the runs' queries; those of no task count for nothing.
    public Cover of(Stream<String> asked) {
        Set<String> open = asked.filter(queries::contains).collect(Collectors.toCollection(HashSet::new));
        List<SequencedMap<String, Task>> cover = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        while (!open.isEmpty()) {
            int place = best(open);
            SequencedMap<String, Task> best = files.get(place);
            cover.add(best);
            places.add(place);
            open.removeAll(best.keySet());
        }
        return new Cover(cover, places);
    }

    private int best(Set<String> open) {
        // By place, because comparing the maps themselves would compare all their tasks.
        int[] asked = new int[files.size()];
        for (int i = 0; i < asked.length; i++) {
            SequencedMap<String, Task> file = files.get(i);
            asked[i] = (int) open.stream().filter(file::containsKey).count();
        }
        int best = 0;
        for (int i = 1; i < asked.length; i++) {
            if (asked[i] > asked[best] || (asked[i] == asked[best] && files.get(i).size() < files.get(best).size())) {
                best = i;
            }
        }
        return best;
    }
}
