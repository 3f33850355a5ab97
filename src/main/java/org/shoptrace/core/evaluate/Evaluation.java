package org.shoptrace.core.evaluate;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.shoptrace.model.trajectory.RunPlace;
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

    /// Makes the aggregates; a query that stands several times has several trials, of which every figure is the mean first.
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
        SequencedMap<Intent, Summary> byIntent = new LinkedHashMap<>();
        asked.forEach((intent, count) -> {
            if (intent != Intent.OTHER) {
                byIntent.put(
                        intent,
                        new Summary(
                                new LinkedHashMap<>(Map.of(intent, count)),
                                overTasks,
                                trials.stream().filter(run -> run.score().intent() == intent).toList()));
            }
        });
        return new Evaluation(conditions, trials, new Summary(asked, overTasks, trials), byIntent, missing, leftovers);
    }

    /// What the figures were made from, and with.
    ///
    /// @param rollouts     the file; of several the first
    /// @param profile      the profile's name
    /// @param similarity   the name of the model that titles were compared with
    /// @param comparable   whether figures made with it may stand beside published ones
    /// @param calibrations for a stand-in model, how well its thresholds agree with the published model's
    /// @param own          by what runs are successes that are judged by what their files say; then there is neither a profile nor a
    ///     similarity. Empty where the benchmark's rules judge
    public record Conditions(
            Path rollouts,
            String model,
            String profile,
            String similarity,
            boolean comparable,
            List<SimilarityCalibration> calibrations,
            Optional<OwnCriterion> own) {
        /// The profile's name in files where there is none.
        public static final String OWN = "own";

        public Conditions {
            calibrations = List.copyOf(calibrations);
        }

        /// By the benchmark's rules.
        public Conditions(
                Path rollouts, String model, String profile, String similarity, boolean comparable,
                List<SimilarityCalibration> calibrations) {
            this(rollouts, model, profile, similarity, comparable, calibrations, Optional.empty());
        }

        /// By what the file says.
        public Conditions(Path rollouts, String model, OwnCriterion own) {
            this(rollouts, model, OWN, "", false, List.of(), Optional.of(own));
        }

        /// Of several files of one model, whose criteria are one.
        private Conditions of(List<Evaluation> files) {
            return own.isEmpty()
                    ? this
                    : new Conditions(
                            rollouts, model,
                            OwnCriterion.joined(files.stream().flatMap(file -> file.conditions().own().stream())));
        }
    }

    /// What is in the file and in no figure.
    ///
    /// @param unknown  runs of no task; where files judge, runs that theirs does not judge
    /// @param lost     runs that the harness lost: failed, timed out, or without any step
    /// @param rejected lines that are no runs
    public record Leftovers(List<Unscored> unknown, List<Unscored> lost, List<Rejection> rejected) {
        public Leftovers {
            unknown = List.copyOf(unknown);
            lost = List.copyOf(lost);
            rejected = List.copyOf(rejected);
        }

        private static Leftovers joined(List<Leftovers> files) {
            return new Leftovers(
                    files.stream().flatMap(file -> file.unknown.stream()).toList(),
                    files.stream().flatMap(file -> file.lost.stream()).toList(),
                    files.stream().flatMap(file -> file.rejected.stream()).toList());
        }
    }

    /// A run without a score.
    ///
    /// @param query what it was asked; empty when that is not known
    public record Unscored(RunId id, RunSource source, Optional<String> query) {
        /// The run where it stands.
        public RunPlace place() {
            return new RunPlace(id, source);
        }
    }

    /// The trials of each query that has more than one, in the order of the file.
    public SequencedMap<String, List<ScoredRun>> repeated() {
        SequencedMap<String, List<ScoredRun>> byQuery = trials.stream()
                .collect(Collectors.groupingBy(run -> run.score().query(), LinkedHashMap::new, Collectors.toList()));
        byQuery.values().removeIf(runs -> runs.size() < 2);
        return byQuery;
    }

    /// The scored runs whose line stands before, in the file or in another of the model. Each counts as a trial: an agent without chance
    /// does the same again, and only a whole file that equals another is known to be a copy.
    public List<ScoredRun> standingAgain() {
        Set<RunId> known = new HashSet<>();
        return trials.stream().filter(run -> !known.add(run.id())).toList();
    }

    /// What to know of runs that stand more than once, for people, without a full stop; empty where none does.
    public Optional<String> toldAgain() {
        List<ScoredRun> again = standingAgain();
        long runs = again.stream().map(ScoredRun::id).distinct().count();
        return runs == 0
                ? Optional.empty()
                : Optional.of(runs + (runs == 1 ? " run stands " : " runs stand ") + (runs == again.size() ? "twice" : "more than once")
                        + ", line for line the same, and " + (runs == 1 ? "counts" : "count") + " as a trial each time: leave out what was"
                        + " copied");
    }

    /// The queries of all tasks asked: those with a scored run and those without.
    public Set<String> queries() {
        return Stream.concat(overall.runs().stream().map(run -> run.score().query()), missing.stream().map(Task::query))
                .collect(Collectors.toSet());
    }

    /// As the released evaluator counts: of two runs of a task the later, at the place of the first.
    public Evaluation released() {
        return of(conditions, overall.tasks(), overall.overTasks(), overall.released().runs(), missing, leftovers);
    }

    /// As `evaluate` prints it: as the released evaluator counts, unless the runs say that they are trials, or are none of the
    /// benchmark's; then over all of them.
    public Evaluation printed() {
        return conditions.own().isPresent() || areTrialsNamed() ? this : released();
    }

    /// Whether the runs of every task with several say which trial they are (`extra_info.trial`).
    public boolean areTrialsNamed() {
        SequencedMap<String, List<ScoredRun>> repeated = repeated();
        return !repeated.isEmpty()
                && repeated.values().stream().flatMap(List::stream).allMatch(run -> run.details().trial().isPresent());
    }

    /// The lines of the file, by their numbers: a file with the same lines is a copy of it. Empty for a file without a run; two such are
    /// not called copies.
    public List<Line> lines() {
        List<Line> runs = Stream.concat(
                trials.stream().map(run -> new Line(run.source().line(), run.id().sha256())),
                Stream.concat(leftovers.lost().stream(), leftovers.unknown().stream())
                        .map(run -> new Line(run.source().line(), run.id().sha256())))
                .toList();
        return runs.isEmpty()
                ? runs
                : Stream.concat(runs.stream(), leftovers.rejected().stream().map(line -> new Line(line.line(), line.cause())))
                        .sorted(Comparator.comparingLong(Line::number).thenComparing(Line::content))
                        .toList();
    }

    /// A line of a rollout file.
    ///
    /// @param number  from 1
    /// @param content the run's id, which is the hash of the line's bytes; or why the line is no run
    public record Line(long number, String content) {}

    /// Several files of one model and profile as one; the conditions are the first one's. A task that several were asked is one task, and
    /// the runs of it are its trials.
    ///
    /// @param files at least one
    public static Evaluation joined(List<Evaluation> files) {
        Evaluation first = files.getFirst();
        if (files.size() == 1) {
            return first;
        }
        Map<String, Intent> intents = new HashMap<>();
        SequencedMap<Intent, Integer> asked = new TreeMap<>();
        for (Evaluation file : files) {
            intents.putAll(file.intents());
            file.overall.tasks().forEach((intent, count) -> asked.merge(intent, count, Math::max));
        }
        asked.replaceAll((intent, count) -> Math.max(count, (int) intents.values().stream().filter(intent::equals).count()));
        List<ScoredRun> all = files.stream().flatMap(file -> file.trials.stream()).toList();
        Set<String> scored = all.stream().map(run -> run.score().query()).collect(Collectors.toSet());
        SequencedMap<String, Task> without = new LinkedHashMap<>();
        files.stream()
                .flatMap(file -> file.missing.stream())
                .filter(task -> !scored.contains(task.query()))
                .forEach(task -> without.putIfAbsent(task.query(), task));
        return of(
                first.conditions.of(files), asked, first.overall.overTasks(), all, List.copyOf(without.values()),
                Leftovers.joined(files.stream().map(Evaluation::leftovers).toList()));
    }

    private Map<String, Intent> intents() {
        Map<String, Intent> intents = new HashMap<>();
        missing.forEach(task -> intents.put(task.query(), task.intent()));
        trials.forEach(run -> intents.put(run.score().query(), run.score().intent()));
        if (conditions.own().isPresent()) {
            leftovers.unknown().forEach(run -> run.query().ifPresent(task -> intents.put(task, Intent.OTHER)));
        }
        return intents;
    }
}
