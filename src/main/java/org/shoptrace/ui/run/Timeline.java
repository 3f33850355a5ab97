package org.shoptrace.ui.run;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/// The open run from above, as the screen that shows the run gives its parts their places.
public interface Timeline {

    /// What stands over the steps, from top to bottom.
    List<Region> bands();

    /// Controls that move through the run, for a bar in which others may stand.
    List<Node> controls();

    /// A line a step, for beside the steps.
    Region outline();

    /// One more button that plays the run or pauses.
    ///
    /// @param id its own
    Button play(String id);

    /// Plays the run, or pauses.
    void togglePlaying();

    /// Puts the cursor into the field that goes to a step.
    void askForStep();

    /// In pixels, as far as it is known.
    double textSize();
}
