package org.shoptrace.ui.compare;

import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// Two runs of one task beside each other, in a sheet.
public final class CompareRoom {
    public static final Feature FEATURE = Feature.within(CompareRoom::build);

    private CompareRoom() {}

    private static Room build(Surroundings around) {
        RunComparisonViewModel model = new RunComparisonViewModel(around.workspace(), around.jobs(), around.opened().profile());
        CompareSheet sheet = new CompareSheet(model, around.openRun(), around.sheets(), around.navigator());
        return Room.ofActions(CompareActions.of(model, around.openRun(), sheet, around.sheets()))
                .opening(Destination.CompareRuns.class, to -> sheet.open(to.a(), to.b()));
    }
}
