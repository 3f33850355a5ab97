package org.shoptrace.ui.identity;

import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;
import org.shoptrace.ui.session.WorkspaceLoader;

/// What the open run belongs to: its task, and the catalogue of the workspace.
public final class IdentityRoom {
    public static final Feature FEATURE = Feature.within(IdentityRoom::build);

    private IdentityRoom() {}

    private static Room build(Surroundings around) {
        WorkspaceLoader loader = around.opened().loader();
        return Room.ofActions(IdentityActions.of(around.workspace(), loader::answer, loader::chooseCatalogue, around.sheets()));
    }
}
