package org.shoptrace.ui.room;

import java.util.function.Function;

/// A feature that has a room in the window, as the list of features names it: what is known of it before there is a window, and how its
/// room is built.
///
/// @param screen  the id of its screen; empty text for none
/// @param selects what can be selected in it for a picture, such as `run=N,step=N` or `product=ID`: N is a number from 1, anything else a
///                text; empty text for nothing
/// @param builder builds its room, once, on the JavaFX thread
public record Feature(String screen, String selects, Function<Surroundings, Room> builder) {

    /// A feature with a screen of its own.
    public static Feature screen(String id, String selects, Function<Surroundings, Room> builder) {
        return new Feature(id, selects, builder);
    }

    /// A feature without one: something that is done with a run, or opened over the screens.
    public static Feature within(Function<Surroundings, Room> builder) {
        return new Feature("", "", builder);
    }

    public boolean hasScreen() {
        return !screen.isEmpty();
    }
}
