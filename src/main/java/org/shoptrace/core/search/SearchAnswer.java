package org.shoptrace.core.search;

import java.util.List;
import java.util.Optional;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;

/// What was found.
///
/// @param runs       every run that answers the question, in the order asked; equal runs in two places are two
/// @param stepCount  how many steps answer it, 0 for a question about whole runs
/// @param listed     the first runs, with the places that answer the question
/// @param notIndexed how many runs could not be asked because their text is not indexed yet
/// @param undecided  how many runs could not be asked because nobody has diagnosed them yet
public record SearchAnswer(List<RunPlace> runs, int stepCount, List<RunHits> listed, int notIndexed, int undecided) {
    public SearchAnswer {
        runs = List.copyOf(runs);
        listed = List.copyOf(listed);
    }

    /// Whether every run could be asked.
    public boolean isWhole() {
        return notIndexed == 0 && undecided == 0;
    }

    /// A run and where it answers.
    ///
    /// @param stepCount how many of its steps answer
    /// @param hits      the first of them, in order; one for a question about whole runs, where a step shows the answer
    public record RunHits(RunSummary run, int stepCount, List<StepHit> hits) {
        public RunHits {
            hits = List.copyOf(hits);
        }
    }

    /// A step that answers.
    ///
    /// @param step    from 1
    /// @param excerpt empty where no words were asked for
    public record StepHit(int step, Optional<Excerpt> excerpt) {}

    /// A piece of a step's text.
    ///
    /// @param text  without line breaks
    /// @param marks the words that were asked for, in order, without overlaps; each from `start` to `end`, exclusive
    public record Excerpt(Role role, String text, List<Mark> marks) {
        public Excerpt {
            marks = List.copyOf(marks);
        }
    }

    /// A part of a text, in UTF-16 units.
    public record Mark(int start, int end) {}
}
