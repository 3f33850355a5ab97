package org.shoptrace.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Surroundings;

/// The rooms of the window, in the order of the list of features.
final class Rooms {
    private final List<Room> rooms;

    private Rooms(List<Room> rooms) {
        this.rooms = List.copyOf(rooms);
    }

    /// Builds a room for each feature; call it on the JavaFX thread.
    ///
    /// @param around what they are built from; each finds the rooms before it in there
    /// @throws IllegalStateException when two of them contradict each other
    static Rooms build(List<Feature> features, Surroundings around) {
        List<Room> built = new ArrayList<>();
        Set<String> screens = new HashSet<>();
        Set<Class<? extends Destination>> doors = new HashSet<>();
        for (Feature feature : features) {
            Room room = feature.builder().apply(around.after(built));
            String id = room.screen().map(Screen::id).orElse("");
            if (!id.equals(feature.screen())) {
                throw new IllegalStateException("the feature promises the screen '" + feature.screen() + "' and builds '" + id + "'");
            }
            if (feature.hasScreen() && !screens.add(id)) {
                throw new IllegalStateException("two features have a screen '" + id + "'");
            }
            for (Class<? extends Destination> kind : room.doors().kinds()) {
                if (!doors.add(kind)) {
                    throw new IllegalStateException("two rooms open " + kind.getSimpleName());
                }
            }
            built.add(room);
        }
        return new Rooms(built);
    }

    List<Screen> screens() {
        return rooms.stream().flatMap(room -> room.screen().stream()).toList();
    }

    /// The room with that screen.
    Optional<Room> of(String screen) {
        return rooms.stream().filter(room -> room.screen().filter(its -> its.id().equals(screen)).isPresent()).findFirst();
    }

    /// The kinds of destination that are opened.
    Set<Class<? extends Destination>> doors() {
        return rooms.stream().flatMap(room -> room.doors().kinds().stream()).collect(Collectors.toSet());
    }

    /// The room that opens such a destination.
    ///
    /// @throws IllegalStateException when none does
    Room opening(Destination destination) {
        return rooms.stream()
                .filter(room -> room.doors().kinds().contains(destination.getClass()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no room opens " + destination));
    }

    /// Another screen is shown than that one.
    void left(String screen) {
        of(screen).ifPresent(room -> room.leaving().screen().run());
    }

    /// Lets every room finish before the window closes; whether all of what the user has written is on the disk.
    boolean finish() {
        boolean all = true;
        for (Room room : rooms) {
            all &= room.leaving().program().getAsBoolean();
        }
        return all;
    }
}
