package org.shoptrace.ui.run;

import javafx.scene.layout.Region;

/// The list that runs are opened from, and the pane that shows it.
public record RunList(ListedRuns runs, Region pane) {}
