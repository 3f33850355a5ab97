package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.statistics.Bootstrap;
import org.shoptrace.core.statistics.PairedOutcomes;
import org.shoptrace.model.task.Intent;

/// Two evaluations, A and B, held against each other task by task. A task that only one of them has a scored run for is in no cell;
/// its runs stand apart.
///
/// @param pairs     the tasks that both have runs of, in A's order
/// @param unpairedA A's runs of tasks that B has no scored run for
/// @param unpairedB B's runs of tasks that A has no scored run for
public record Comparison(List<Pair> pairs, List<ScoredRun> unpairedA, List<ScoredRun> unpairedB) {
    public Comparison {
        pairs = List.copyOf(pairs);
        unpairedA = List.copyOf(unpairedA);
        unpairedB = List.copyOf(unpairedB);
    }

    /// The trials of one task.
    public record Pair(TaskTrials a, TaskTrials b) {
        public Pair {
            if (!a.query().equals(b.query())) {
                throw new IllegalArgumentException("runs of two tasks");
            }
        }

        public String query() {
            return a.query();
        }

        /// Who passes it; with several trials, who passes it more often.
        public Cell cell() {
            int order = Double.compare(a.success(), b.success());
            if (order == 0) {
                return a.successes() > 0 ? Cell.BOTH : Cell.NEITHER;
            }
            return order > 0 ? Cell.ONLY_A : Cell.ONLY_B;
        }

        /// Whether each of the two has one trial.
        public boolean isOneTrialEach() {
            return a.runs().size() == 1 && b.runs().size() == 1;
        }
    }

    /// Who passes a task. [#ONLY_A] are A's wins, [#ONLY_B] its losses, the others ties.
    public enum Cell {
        BOTH("both pass", "both pass as often"),
        ONLY_A("only A passes", "A passes more often"),
        ONLY_B("only B passes", "B passes more often"),
        NEITHER("both fail", "both always fail");

        private final String label;
        private final String ofTrials;

        Cell(String label, String ofTrials) {
            this.label = label;
            this.ofTrials = ofTrials;
        }

        /// The name for people where each of the two has one trial.
        public String label() {
            return label;
        }

        /// The name for people where some task has several trials.
        public String ofTrials() {
            return ofTrials;
        }
    }

    /// Pairs the tasks of two evaluations.
    public static Comparison of(Evaluation a, Evaluation b) {
        SequencedMap<String, TaskTrials> left = new LinkedHashMap<>();
        b.overall().byTask().forEach(task -> left.put(task.query(), task));
        List<Pair> pairs = new ArrayList<>();
        List<ScoredRun> unpaired = new ArrayList<>();
        for (TaskTrials task : a.overall().byTask()) {
            TaskTrials other = left.remove(task.query());
            if (other == null) {
                unpaired.addAll(task.runs());
            } else {
                pairs.add(new Pair(task, other));
            }
        }
        return new Comparison(pairs, unpaired, left.values().stream().flatMap(task -> task.runs().stream()).toList());
    }

    /// The pairs of one cell: the tasks behind a count.
    public List<Pair> in(Cell cell) {
        return pairs.stream().filter(pair -> pair.cell() == cell).toList();
    }

    /// Whether every task has one trial of each: then the cells are counts of tasks that pass or fail.
    public boolean isOneTrialEach() {
        return pairs.stream().allMatch(Pair::isOneTrialEach);
    }

    /// How the difference of the two is found. Nothing is drawn for it.
    public PairedDifference.Method method() {
        if (pairs.isEmpty()) {
            return PairedDifference.Method.NOTHING_IN_COMMON;
        }
        return isOneTrialEach() ? PairedDifference.Method.ONE_TRIAL : PairedDifference.Method.SEVERAL_TRIALS;
    }

    /// A cell's name for people.
    public String label(Cell cell) {
        return isOneTrialEach() ? cell.label() : cell.ofTrials();
    }

    /// The counts of the four cells. Where a task has several trials they are of who passes more often, and have no test.
    public PairedOutcomes outcomes() {
        return new PairedOutcomes(
                in(Cell.BOTH).size(), in(Cell.ONLY_A).size(), in(Cell.ONLY_B).size(), in(Cell.NEITHER).size());
    }

    /// How far the two rates are apart, with interval and test as far as they have a meaning.
    public PairedDifference difference(Bootstrap bootstrap) {
        return PairedDifference.of(this, bootstrap);
    }

    /// The same over the tasks of one intent.
    public Comparison of(Intent intent) {
        return new Comparison(
                pairs.stream().filter(pair -> pair.a().last().score().intent() == intent).toList(),
                only(unpairedA, intent),
                only(unpairedB, intent));
    }

    private static List<ScoredRun> only(List<ScoredRun> runs, Intent intent) {
        return runs.stream().filter(run -> run.score().intent() == intent).toList();
    }
}
