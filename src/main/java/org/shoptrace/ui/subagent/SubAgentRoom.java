package org.shoptrace.ui.subagent;

import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// The ways between the run of an agent and those of the sub-agents that it called.
public final class SubAgentRoom {
    public static final Feature FEATURE = Feature.within(SubAgentRoom::build);

    private SubAgentRoom() {}

    private static Room build(Surroundings around) {
        return Room.ofActions(new SubAgentActions(around.workspace()::runs, around.navigator()).all());
    }
}
