package org.shoptrace.ui.export;

import java.util.List;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// The open run, written to a file.
public final class ExportRoom {
    public static final Feature FEATURE = Feature.within(ExportRoom::build);

    private ExportRoom() {}

    private static Room build(Surroundings around) {
        return Room.ofActions(List.of(ExportAction.of(
                around.workspace(), around.openRun(), around.jobs(), around.opened().profile(), around.sheets())));
    }
}
