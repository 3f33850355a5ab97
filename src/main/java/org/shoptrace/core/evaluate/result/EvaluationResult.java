package org.shoptrace.core.evaluate.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shoptrace.core.evaluate.Evaluation;
import org.shoptrace.core.evaluate.OwnCriterion;
import org.shoptrace.core.evaluate.figure.FigureRow;
import org.shoptrace.core.session.RunOutcome;
import org.shoptrace.model.task.Intent;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;

/// What an evaluation gave. Two evaluations give two results, also where all their figures are alike: who shows one shows the other anew.
///
/// @param face        what the figures were made with
/// @param evaluations one a rollout file, as they are kept
/// @param series      what was scored, one at least; a series keeps its place, and so its look, on all pages
/// @param rows        by series, then by intent from easy to hard, then all levels
/// @param report      what the released evaluator would have printed, a block a rollout file
/// @param cautions    what a reader must know beside the figures
/// @param outcomes    how each run ended
public record EvaluationResult(
        Face face,
        List<Evaluation> evaluations,
        List<Scored> series,
        List<FigureRow> rows,
        String report,
        Cautions cautions,
        Map<RunId, RunOutcome> outcomes) {
    public EvaluationResult {
        evaluations = List.copyOf(evaluations);
        series = List.copyOf(series);
        rows = List.copyOf(rows);
        outcomes = Map.copyOf(outcomes);
    }

    /// What a reader must know beside the figures.
    ///
    /// @param remarks to be read before them, in whole sentences: which runs are trials, which rates are over different tasks
    /// @param asides  runs to be careful about, and runs that no figure counts
    public record Cautions(List<String> remarks, List<Aside> asides) {
        public Cautions {
            remarks = List.copyOf(remarks);
            asides = List.copyOf(asides);
        }
    }

    /// Runs that a reader should know of.
    ///
    /// @param id   stable, for node ids
    /// @param what what they are, after their number: `passed by the title check alone`
    public record Aside(String id, String what, List<RunPlace> runs) {
        public Aside {
            runs = List.copyOf(runs);
        }
    }

    /// What a report carries on its face.
    ///
    /// @param similarity  the title-similarity model's name
    /// @param comparable  whether the figures may stand beside published ones
    /// @param calibration how well the model's thresholds agree with the published ones; empty text when they are the same
    /// @param catalog     fingerprint and size
    /// @param fingerprint of the catalogue, 64 hexadecimal digits
    /// @param own         by what runs are successes that are judged by what their files say; then there is nothing of the others
    public record Face(
            String profile, String similarity, boolean comparable, String calibration, String catalog, String fingerprint,
            Optional<OwnCriterion> own) {
        /// By the benchmark's rules.
        public Face(String profile, String similarity, boolean comparable, String calibration, String catalog, String fingerprint) {
            this(profile, similarity, comparable, calibration, catalog, fingerprint, Optional.empty());
        }

        /// By what the files say.
        public static Face of(OwnCriterion own) {
            return new Face(Evaluation.Conditions.OWN, "", false, "", "", "", Optional.of(own));
        }
    }

    /// Whether the files judged their runs themselves.
    public boolean isOwn() {
        return face.own().isPresent();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /// The same, made with a catalogue that is not the open one.
    public EvaluationResult madeWith(String fingerprint) {
        Face other = new Face(
                face.profile, face.similarity, face.comparable, face.calibration,
                fingerprint.substring(0, Math.min(12, fingerprint.length())) + ", not the one that is open", fingerprint);
        return new EvaluationResult(other, evaluations, series, rows, report, cautions, outcomes);
    }

    public List<String> labels() {
        return series.stream().map(Scored::label).toList();
    }

    /// What a reader must know before reading the figures, in whole sentences.
    public List<String> remarks() {
        return cautions.remarks();
    }

    /// Runs to be careful about, and runs that no figure counts.
    public List<Aside> asides() {
        return cautions.asides();
    }

    /// The series without what was worked out of them.
    public List<Series> wholes() {
        return series.stream().map(Scored::series).toList();
    }

    /// The levels that some series was asked, from easy to hard.
    public List<Intent> levels() {
        return Intent.LEVELS.stream()
                .filter(intent -> series.stream().anyMatch(one -> one.evaluation().byIntent().containsKey(intent)))
                .toList();
    }
}
