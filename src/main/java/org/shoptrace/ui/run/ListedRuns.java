package org.shoptrace.ui.run;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.shoptrace.model.trajectory.RunPlace;
import org.shoptrace.model.trajectory.RunSummary;

/// The list that runs are opened from, as those see it that show the run or send the user to another one.
public interface ListedRuns {

    /// The run that was chosen to be read; it stays chosen when a filter hides it. Null when there is none.
    ReadOnlyObjectProperty<@Nullable RunSummary> selectedProperty();

    /// The runs shown, in order; equal ones in two places are two.
    List<RunPlace> listed();

    /// Lists exactly these runs, unfiltered, and selects the first.
    ///
    /// @param why what they have in common; empty text for nothing that could be said
    void showOnly(String why, List<RunPlace> runs);

    /// Selects the run of that place, listing everything when it is hidden now; a run that has not been read yet is selected when it is.
    void select(RunPlace run);

    /// Closes the run that is open and lists none any more: their workspace is left.
    void leave();

    void selectNext();

    void selectPrevious();
}
