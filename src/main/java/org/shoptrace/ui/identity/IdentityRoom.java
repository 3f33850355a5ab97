package org.shoptrace.ui.identity;

import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// What the open run belongs to: its task, and the catalogue of the workspace.
public final class IdentityRoom {
    public static final Feature FEATURE = Feature.within(IdentityRoom::build);

    private IdentityRoom() {}

    private static Room build(Surroundings around) {
        WorkspaceSession session = around.opened().session();
        return Room.ofActions(IdentityActions.of(around.workspace(), session::answer, session::chooseCatalogue, around.sheets()));
    }
}
