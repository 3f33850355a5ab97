package org.shoptrace.core.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.shoptrace.core.statistics.PairedOutcomes;
import org.shoptrace.model.task.Intent;

/// Two evaluations, A and B, held against each other task by task. A task that only one of them has a scored run for is in no cell;
/// its run stands apart.
///
/// @param pairs     the runs of the tasks that both have, in A's order
/// @param unpairedA A's runs of tasks that B has no scored run for
/// @param unpairedB B's runs of tasks that A has no scored run for
public record Comparison(List<Pair> pairs, List<ScoredRun> unpairedA, List<ScoredRun> unpairedB) {
    public Comparison {
        pairs = List.copyOf(pairs);
        unpairedA = List.copyOf(unpairedA);
        unpairedB = List.copyOf(unpairedB);
    }

    /// The runs of one task that count.
    public record Pair(ScoredRun a, ScoredRun b) {
        public Pair {
            if (!a.score().query().equals(b.score().query())) {
                throw new IllegalArgumentException("runs of two tasks");
            }
        }

        public String query() {
            return a.score().query();
        }

        public Cell cell() {
            if (a.score().success()) {
                return b.score().success() ? Cell.BOTH : Cell.ONLY_A;
            }
            return b.score().success() ? Cell.ONLY_B : Cell.NEITHER;
        }
    }

    /// Who passes a task. [#ONLY_A] are A's wins, [#ONLY_B] its losses, the others ties.
    public enum Cell {
        BOTH("both pass"),
        ONLY_A("only A passes"),
        ONLY_B("only B passes"),
        NEITHER("both fail");

        private final String label;

        Cell(String label) {
            this.label = label;
        }

        /// The name for people.
        public String label() {
            return label;
        }
    }

    /// Pairs the runs that count in the two evaluations.
    public static Comparison of(Evaluation a, Evaluation b) {
        return of(a.overall().runs(), b.overall().runs());
    }

    private static Comparison of(List<ScoredRun> a, List<ScoredRun> b) {
        SequencedMap<String, ScoredRun> left = new LinkedHashMap<>();
        b.forEach(run -> left.put(run.score().query(), run));
        List<Pair> pairs = new ArrayList<>();
        List<ScoredRun> unpaired = new ArrayList<>();
        for (ScoredRun run : a) {
            ScoredRun other = left.remove(run.score().query());
            if (other == null) {
                unpaired.add(run);
            } else {
                pairs.add(new Pair(run, other));
            }
        }
        return new Comparison(pairs, unpaired, List.copyOf(left.values()));
    }

    /// The pairs of one cell: the tasks behind a count.
    public List<Pair> in(Cell cell) {
        return pairs.stream().filter(pair -> pair.cell() == cell).toList();
    }

    /// The counts of the four cells, with their test and interval.
    public PairedOutcomes outcomes() {
        return new PairedOutcomes(
                in(Cell.BOTH).size(), in(Cell.ONLY_A).size(), in(Cell.ONLY_B).size(), in(Cell.NEITHER).size());
    }

    /// The same over the tasks of one intent.
    public Comparison of(Intent intent) {
        return new Comparison(
                pairs.stream().filter(pair -> pair.a().score().intent() == intent).toList(),
                only(unpairedA, intent),
                only(unpairedB, intent));
    }

    private static List<ScoredRun> only(List<ScoredRun> runs, Intent intent) {
        return runs.stream().filter(run -> run.score().intent() == intent).toList();
    }
}
