package org.shoptrace.core.diagnose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.finding.Fault;
import org.shoptrace.model.finding.Stage;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.task.Task;

/// How many runs failed at which stage with which fault, intent by intent, as lines of text.
public final class DiagnosisTable {
    private static final int FIRST_COLUMN = 30;

    private DiagnosisTable() {}

    /// What the table counts of a run.
    ///
    /// @param intent empty for a run of no task
    /// @param stage       empty for a success
    /// @param notCompared how many pairs of titles its stage would rest on, and nothing could compare
    public record Entry(Optional<Intent> intent, Optional<Stage> stage, Optional<Fault> fault, Optional<Fault> second, int notCompared) {
        public static Entry of(Diagnosis diagnosis) {
            return new Entry(
                    diagnosis.task().map(Task::intent),
                    diagnosis.failure().map(failure -> failure.stage()),
                    diagnosis.failure().map(failure -> failure.fault()),
                    diagnosis.failure().flatMap(failure -> failure.secondFault()),
                    diagnosis.notCompared().deciding());
        }
    }

    /// A block for each intent that occurs, then the runs of no task; stages in the order of getting far.
    public static List<String> lines(List<Entry> entries) {
        List<String> lines = new ArrayList<>();
        for (Intent intent : Intent.LEVELS) {
            List<Entry> runs = entries.stream().filter(entry -> entry.intent().equals(Optional.of(intent))).toList();
            if (!runs.isEmpty()) {
                block(intent, runs, lines);
            }
        }
        long unknown = entries.stream().filter(entry -> entry.intent().isEmpty()).count();
        if (unknown > 0) {
            lines.add("no task: " + unknown + " runs");
        }
        seconds(entries, lines);
        List<Entry> open = entries.stream().filter(entry -> entry.stage().isPresent() && entry.notCompared() > 0).toList();
        if (!open.isEmpty()) {
            int pairs = open.stream().mapToInt(Entry::notCompared).sum();
            lines.add("not compared: " + pairs + " pairs of titles in " + open.size() + " failures, of products merely seen for which the"
                    + " similarity has no value; these runs may have got farther than is said here");
        }
        return lines;
    }

    private static void seconds(List<Entry> entries, List<String> lines) {
        Map<Fault, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> entry.second().ifPresent(fault -> counts.merge(fault, 1, Integer::sum)));
        counts.forEach((fault, count) -> lines.add("second fault: " + fault.wireName() + " " + count));
    }

    private static void block(Intent intent, List<Entry> runs, List<String> lines) {
        long failed = runs.stream().filter(run -> run.stage().isPresent()).count();
        lines.add(intent.wireName() + ": " + runs.size() + " runs, " + (runs.size() - failed) + " successes, " + failed + " failures");
        Map<Stage, Map<Fault, Integer>> counts = new TreeMap<>();
        runs.stream().filter(run -> run.stage().isPresent()).forEach(run -> counts
                .computeIfAbsent(run.stage().orElseThrow(), _ -> new LinkedHashMap<>())
                .merge(run.fault().orElseThrow(), 1, Integer::sum));
        counts.forEach((stage, faults) -> Arrays.stream(Fault.values()).filter(faults::containsKey).forEach(fault -> lines.add(
                String.format(Locale.ROOT, "  %-" + FIRST_COLUMN + "s %-20s %6d", stage.wireName(), fault.wireName(), faults.get(fault)))));
    }
}
