package org.shoptrace.core.evaluate;

import org.shoptrace.model.score.TaskScore;
import org.shoptrace.model.trajectory.RunId;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSource;

/// A run with its score.
///
/// @param steps how many steps it took
public record ScoredRun(RunId id, RunSource source, int steps, TaskScore score, RunDetails details) {

    /// The run where it stands.
    public RunPlace place() {
        return new RunPlace(id, source);
    }

    /// Whether it is a success whatever the model says that compares titles: every title that it needs is the wanted one, character by
    /// character.
    public boolean successByExactTitle() {
        return score.success() && details.titles().equal();
    }

    /// Whether it is a success if no title is checked.
    public boolean successWithoutTitleCheck() {
        return score.success() || details.titles().otherwise();
    }
}
