package org.shoptrace.model.trajectory;

import java.util.List;
import java.util.Optional;

/// A run where it stands. The same line may stand in two files, or twice in one: that is one content, with one [RunId], and two runs,
/// which have two places. What is said or found of a run hangs on its content; what is listed, selected and opened is a place.
///
/// @param source where; empty for the first of wherever it stands
public record RunPlace(RunId id, Optional<RunSource> source) {

    public RunPlace(RunId id, RunSource source) {
        this(id, Optional.of(source));
    }

    /// The run wherever it stands.
    public static RunPlace anywhere(RunId id) {
        return new RunPlace(id, Optional.empty());
    }

    /// Whether it is that run: the same content, and its place where this has one.
    public boolean is(RunSummary run) {
        return id.equals(run.id()) && (source.isEmpty() || source.get().equals(run.source()));
    }

    /// The run of that place among these. One that was moved since, in its file or to another, is still that run.
    public Optional<RunSummary> among(List<RunSummary> runs) {
        RunSummary moved = null;
        RunSummary elsewhere = null;
        for (RunSummary run : runs) {
            if (is(run)) {
                return Optional.of(run);
            }
            if (run.id().equals(id)) {
                moved = moved == null && source.filter(at -> at.file().equals(run.source().file())).isPresent() ? run : moved;
                elsewhere = elsewhere == null ? run : elsewhere;
            }
        }
        return Optional.ofNullable(moved != null ? moved : elsewhere);
    }
}
