package org.shoptrace.ui.whatif;

import java.util.List;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// A call of the open run, tried otherwise.
public final class WhatIfRoom {
    public static final Feature FEATURE = Feature.within(WhatIfRoom::build);

    private WhatIfRoom() {}

    private static Room build(Surroundings around) {
        return Room.ofActions(List.of(WhatIfAction.of(
                new WhatIfViewModel(around.workspace(), around.jobs()),
                around.openRun(),
                around.sheets(),
                around.navigator(),
                around.clipboard())));
    }
}
