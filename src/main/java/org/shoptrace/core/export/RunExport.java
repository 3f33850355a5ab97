package org.shoptrace.core.export;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.annotation.Annotation;
import org.shoptrace.model.finding.Diagnosis;
import org.shoptrace.model.trajectory.OwnVerdict;
import org.shoptrace.model.trajectory.Run;

/// A run with what is known and said about it, ready to be written.
///
/// @param diagnosis   empty when nobody diagnosed it
/// @param annotations that stand about it or anything in it
/// @param threshold   from which score on the run is a success, where its file gives a score alone
/// @param truthHidden whether targets, scores, classes and others' annotations stay out of a page
public record RunExport(
        Run run, SeenWith seen, Optional<Diagnosis> diagnosis, List<Annotation> annotations, double threshold, boolean truthHidden) {
    public RunExport {
        annotations = List.copyOf(annotations);
    }

    public static RunExport of(Run run, SeenWith seen) {
        return new RunExport(run, seen, Optional.empty(), List.of(), OwnVerdict.THRESHOLD, false);
    }

    public RunExport with(Diagnosis known) {
        return new RunExport(run, seen, Optional.of(known), annotations, threshold, truthHidden);
    }

    public RunExport with(List<Annotation> said) {
        return new RunExport(run, seen, diagnosis, said, threshold, truthHidden);
    }

    public RunExport seenWith(SeenWith known) {
        return new RunExport(run, known, diagnosis, annotations, threshold, truthHidden);
    }

    /// @param score a finite number
    public RunExport succeedingFrom(double score) {
        return new RunExport(run, seen, diagnosis, annotations, score, truthHidden);
    }

    public RunExport hidingTruth(boolean hidden) {
        return new RunExport(run, seen, diagnosis, annotations, threshold, hidden);
    }
}
