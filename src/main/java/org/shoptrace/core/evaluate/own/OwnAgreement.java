package org.shoptrace.core.evaluate.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.ScoredRun;
import org.shoptrace.core.statistics.CohenKappa;
import org.shoptrace.model.trajectory.RunId;

/// The files' own verdicts held against the benchmark's rules, run by run. Neither is the truth: the table says how often they differ, and
/// the runs on which they do can be looked at.
///
/// @param runs each run that both judge
public record OwnAgreement(List<Judged> runs) {
    public OwnAgreement {
        runs = List.copyOf(runs);
    }

    /// A run, as its file judges it and as the rules do.
    public record Judged(RunId run, boolean own, boolean rules) {}

    /// One of the four cells.
    public enum Cell {
        BOTH("both pass", true, true),
        ONLY_OWN("only the file passes", true, false),
        ONLY_RULES("only the rules pass", false, true),
        NEITHER("both fail", false, false);

        private final String label;
        private final boolean own;
        private final boolean rules;

        Cell(String label, boolean own, boolean rules) {
            this.label = label;
            this.own = own;
            this.rules = rules;
        }

        /// For people.
        public String label() {
            return label;
        }
    }

    /// Of an evaluation by the rules, whose runs' files judge them too; empty where no file does.
    ///
    /// @param threshold from which score on a file's verdict is a success where the file does not say so
    public static Optional<OwnAgreement> of(List<Evaluation> byRules, double threshold) {
        List<Judged> runs = new ArrayList<>();
        byRules.stream().filter(one -> one.conditions().own().isEmpty()).flatMap(one -> one.trials().stream())
                .forEach(run -> run.details().own().success(threshold)
                        .ifPresent(own -> runs.add(new Judged(run.id(), own, run.score().success()))));
        return ofAny(runs);
    }

    /// Of evaluations by the files' verdicts, whose runs were judged by the rules too; empty where none was.
    ///
    /// @param rules whether a run is a success by the rules; runs that they do not judge are missing
    public static Optional<OwnAgreement> of(List<Evaluation> byFiles, Map<RunId, Boolean> rules) {
        Map<RunId, Judged> runs = new LinkedHashMap<>();
        for (Evaluation evaluation : byFiles) {
            for (ScoredRun run : evaluation.trials()) {
                Optional.ofNullable(rules.get(run.id()))
                        .ifPresent(passed -> runs.put(run.id(), new Judged(run.id(), run.score().success(), passed)));
            }
        }
        return ofAny(List.copyOf(runs.values()));
    }

    private static Optional<OwnAgreement> ofAny(List<Judged> runs) {
        return runs.isEmpty() ? Optional.empty() : Optional.of(new OwnAgreement(runs));
    }

    /// The runs of a cell.
    public List<RunId> in(Cell cell) {
        return runs.stream().filter(run -> run.own() == cell.own && run.rules() == cell.rules).map(Judged::run).toList();
    }

    /// The runs on which the two differ, those first that the file passes.
    public List<RunId> disagreeing() {
        List<RunId> differ = new ArrayList<>(in(Cell.ONLY_OWN));
        differ.addAll(in(Cell.ONLY_RULES));
        return differ;
    }

    /// On how many they agree.
    public int agreed() {
        return runs.size() - disagreeing().size();
    }

    /// Cohen's kappa; empty where both know one and the same verdict only.
    public Optional<CohenKappa> kappa() {
        return CohenKappa.of(new int[][] {
                {in(Cell.BOTH).size(), in(Cell.ONLY_OWN).size()},
                {in(Cell.ONLY_RULES).size(), in(Cell.NEITHER).size()}});
    }
}
