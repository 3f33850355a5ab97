package org.shoptrace.ui.inspect;

import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.run.RunPane;

/// What is known about the open run, beside it.
public final class InspectRoom {
    public static final Feature FEATURE = Feature.within(InspectRoom::build);

    private InspectRoom() {}

    private static Room build(Surroundings around) {
        InspectorViewModel model = new InspectorViewModel(
                around.workspace(),
                around.openRun(),
                around.jobs(),
                around.notices(),
                around.opened().profile(),
                around.opened().session()::answer);
        return Room.ofPane(RunPane.of(new InspectorPane(model, around.navigator())));
    }
}
