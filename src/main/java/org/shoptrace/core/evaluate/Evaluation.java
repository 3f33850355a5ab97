package org.shoptrace.core.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shoptrace.core.Rejection;
import org.shoptrace.core.score.SimilarityCalibration;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunSource;

/// The figures of one rollout file, or of several of one model.
///
/// @param trials  every scored run, in the order of the file; a query may stand there several times
/// @param overall over all intents, weighted by tasks
/// @param missing the tasks that no scored run belongs to
public record Evaluation(
        Conditions conditions,
        List<ScoredRun> trials,
        Summary overall,
        SequencedMap<Intent, Summary> byIntent,
        List<Task> missing,
        Leftovers leftovers) {

    public Evaluation {
        trials = List.copyOf(trials);
        byIntent = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byIntent));
        missing = List.copyOf(missing);
    }

    /// Makes the aggregates. Of two trials of a query the later counts, at the place of the first.
    ///
    /// @param asked     how many tasks were asked of each intent
    /// @param overTasks whether tasks without a scored run count 0 in rates and means
    public static Evaluation of(
            Conditions conditions,
            SequencedMap<Intent, Integer> asked,
            boolean overTasks,
            List<ScoredRun> trials,
            List<Task> missing,
            Leftovers leftovers) {
        SequencedMap<String, ScoredRun> counted = new LinkedHashMap<>();
        trials.forEach(run -> counted.put(run.score().query(), run));
        List<ScoredRun> runs = List.copyOf(counted.values());
        SequencedMap<Intent, Summary> byIntent = new LinkedHashMap<>();
        asked.forEach((intent, count) -> byIntent.put(
                intent,
                new Summary(
                        new LinkedHashMap<>(Map.of(intent, count)),
                        overTasks,
                        runs.stream().filter(run -> run.score().intent() == intent).toList())));
        return new Evaluation(conditions, trials, new Summary(asked, overTasks, runs), byIntent, missing, leftovers);
    }

    /// What the figures were made from, and with.
    ///
    /// @param rollouts     the file; of several the first
    /// @param profile      the profile's name
    /// @param similarity   the name of the model that titles were compared with
    /// @param comparable   whether figures made with it may stand beside published ones
    /// @param calibrations for a stand-in model, how well its thresholds agree with the published model's
    public record Conditions(
            Path rollouts,
            String model,
            String profile,
            String similarity,
            boolean comparable,
            List<SimilarityCalibration> calibrations) {
        public Conditions {
            calibrations = List.copyOf(calibrations);
        }
    }

    /// What is in the file and in no figure.
    ///
    /// @param unknown  runs of no task
    /// @param lost     runs that the harness lost: failed, timed out, or without any step
    /// @param rejected lines that are no runs
    public record Leftovers(List<Unscored> unknown, List<Unscored> lost, List<Rejection> rejected) {
        public Leftovers {
            unknown = List.copyOf(unknown);
            lost = List.copyOf(lost);
            rejected = List.copyOf(rejected);
        }

        private Leftovers and(Leftovers more) {
            return new Leftovers(
                    Stream.concat(unknown.stream(), more.unknown.stream()).toList(),
                    Stream.concat(lost.stream(), more.lost.stream()).toList(),
                    Stream.concat(rejected.stream(), more.rejected.stream()).toList());
        }
    }

    /// A run without a score.
    ///
    /// @param query what it was asked; empty when that is not known
    public record Unscored(RunId id, RunSource source, Optional<String> query) {}

    /// The trials of each query that has more than one, in the order of the file.
    public SequencedMap<String, List<ScoredRun>> repeated() {
        SequencedMap<String, List<ScoredRun>> byQuery = trials.stream()
                .collect(Collectors.groupingBy(run -> run.score().query(), LinkedHashMap::new, Collectors.toList()));
        byQuery.values().removeIf(runs -> runs.size() < 2);
        return byQuery;
    }

    /// The queries of all tasks asked: those with a scored run and those without.
    public Set<String> queries() {
        return Stream.concat(overall.runs().stream().map(run -> run.score().query()), missing.stream().map(Task::query))
                .collect(Collectors.toSet());
    }

    /// Whether some task has a scored run in both.
    public boolean overlaps(Evaluation other) {
        Set<String> queries = overall.runs().stream().map(run -> run.score().query()).collect(Collectors.toSet());
        return other.overall.runs().stream().anyMatch(run -> queries.contains(run.score().query()));
    }

    /// Whether [#joined(Evaluation)] has a meaning: the same tasks were asked, or those of other intents only.
    public boolean isJoinable(Evaluation other) {
        return isAskedAs(other) || Collections.disjoint(overall.tasks().keySet(), other.overall.tasks().keySet());
    }

    /// Two splits may have as many tasks of each intent, and yet be others.
    private boolean isAskedAs(Evaluation other) {
        return overall.tasks().equals(other.overall.tasks())
                && Stream.concat(queries().stream(), other.queries().stream()).distinct().count() <= overall.taskCount();
    }

    /// This one and another file of the same model and profile as one; the conditions are this one's. Of two runs of a task the
    /// other's counts.
    ///
    /// @throws IllegalArgumentException when they are not [joinable][#isJoinable(Evaluation)]
    public Evaluation joined(Evaluation other) {
        if (!isJoinable(other)) {
            throw new IllegalArgumentException("evaluations of different tasks of one intent");
        }
        SequencedMap<Intent, Integer> asked = new TreeMap<>(overall.tasks());
        asked.putAll(other.overall.tasks());
        List<ScoredRun> all = Stream.concat(trials.stream(), other.trials.stream()).toList();
        Set<String> scored = all.stream().map(run -> run.score().query()).collect(Collectors.toSet());
        List<Task> more = isAskedAs(other) ? List.of() : other.missing;
        return of(
                conditions,
                asked,
                overall.overTasks(),
                all,
                Stream.concat(missing.stream(), more.stream())
                        .filter(task -> !scored.contains(task.query()))
                        .toList(),
                leftovers.and(other.leftovers));
    }
}
