package org.shoptrace.ui.start;

import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.kordamp.ikonli.feather.Feather;
import org.shoptrace.core.session.WorkspaceSession;
import org.shoptrace.core.settings.RecentWorkspacesStore;
import org.shoptrace.core.workspace.WorkspaceFolder;
import org.shoptrace.ui.kit.KeyCommands;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// The room that one comes in by: what can be opened, and what is in what is open.
public final class StartRoom {
    /// The id of the screen.
    public static final String SCREEN = "start";

    private StartRoom() {}

    /// @param recents keeps what was opened before
    public static Feature feature(RecentWorkspacesStore recents) {
        return Feature.screen(SCREEN, "", around -> build(around, recents));
    }

    private static Room build(Surroundings around, RecentWorkspacesStore recents) {
        WorkspaceSession session = around.opened().session();
        ReadOnlyObjectProperty<Optional<WorkspaceFolder>> opened = around.workspace().folderProperty();
        PlacesViewModel places = new PlacesViewModel(
                recents,
                InstantSource.system(),
                new PlacesViewModel.Ways(
                        opened,
                        () -> session.chosen().filter(_ -> opened.get().isPresent()),
                        session::open,
                        session::openDemo,
                        around.opened().choose()),
                around.jobs(),
                around.notices());
        OutcomesViewModel outcomes = new OutcomesViewModel(
                around.workspace(), around.openRun(), around.jobs(), around.notices(), around.navigator());
        KeyCommands keys = new KeyCommands().bind("open-demo", "", "Open the demo", places::openDemo);
        StartView view = new StartView(places, outcomes, around.means().jobs().running());
        keys.install(view);
        return Room.of(new Screen(SCREEN, "Start", Feather.HOME, view, keys));
    }
}
