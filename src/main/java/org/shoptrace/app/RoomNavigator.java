package org.shoptrace.app;

import java.util.Optional;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Navigator;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.shell.ShellViewModel;

/// Sends the user to the room that opens a destination. The rooms need it before they are there, so it is connected last.
final class RoomNavigator implements Navigator {
    private final ShellViewModel shell;
    private Optional<Rooms> rooms = Optional.empty();

    RoomNavigator(ShellViewModel shell) {
        this.shell = shell;
    }

    void connect(Rooms connected) {
        rooms = Optional.of(connected);
    }

    @Override
    public void open(Destination destination) {
        Room room = rooms
                .orElseThrow(() -> new IllegalStateException("nothing can be opened while the rooms are built: " + destination))
                .opening(destination);
        room.doors().to(destination).orElseThrow().run();
        room.screen().ifPresent(screen -> shell.show(screen.id()));
    }
}
