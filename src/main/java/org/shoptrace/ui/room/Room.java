package org.shoptrace.ui.room;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.kit.Screen;
import org.shoptrace.ui.run.RunAction;
import org.shoptrace.ui.run.RunPane;

/// What a feature contributes to the window. A feature without a screen of its own still has actions on a run, or opens something over the
/// screens.
///
/// @param screen    with its commands and their keys; empty for none
/// @param actions   what can be done with the open run
/// @param panes     what stands beside the open run
/// @param doors     what it opens for others
/// @param selecting the acts that bring a selection into view, done one after the other whenever the window is quiet
/// @param leaving   what it does when it is left
public record Room(
        Optional<Screen> screen, List<RunAction> actions, List<RunPane> panes, Doors doors, Function<Selection, List<Act>> selecting,
        Leaving leaving) {
    private static final Room EMPTY = new Room(Optional.empty(), List.of(), List.of(), Doors.NONE, _ -> List.of(), Leaving.NOTHING);

    public Room {
        actions = List.copyOf(actions);
        panes = List.copyOf(panes);
    }

    /// A room with a screen, and nothing else yet.
    public static Room of(Screen screen) {
        return new Room(Optional.of(screen), EMPTY.actions, EMPTY.panes, EMPTY.doors, EMPTY.selecting, EMPTY.leaving);
    }

    /// A room without a screen that offers to do something with the open run.
    public static Room ofActions(List<RunAction> actions) {
        return new Room(EMPTY.screen, actions, EMPTY.panes, EMPTY.doors, EMPTY.selecting, EMPTY.leaving);
    }

    /// A room without a screen that shows something beside the open run.
    public static Room ofPane(RunPane pane) {
        return new Room(EMPTY.screen, EMPTY.actions, List.of(pane), EMPTY.doors, EMPTY.selecting, EMPTY.leaving);
    }

    /// This room, where destinations of a kind are opened. Its screen is shown afterwards, if it has one.
    public <D extends Destination> Room opening(Class<D> kind, Consumer<? super D> opens) {
        return new Room(screen, actions, panes, doors.with(kind, opens), selecting, leaving);
    }

    /// This room, where something can be selected for a picture; the feature says in what form.
    public Room selecting(Function<Selection, List<Act>> acts) {
        return new Room(screen, actions, panes, doors, acts, leaving);
    }

    /// This room, which does something when another screen is shown.
    public Room left(Runnable left) {
        return new Room(screen, actions, panes, doors, selecting, new Leaving(left, leaving.program()));
    }

    /// This room, which has something to finish before the window closes.
    ///
    /// @param finish as [Leaving#program]
    public Room closing(BooleanSupplier finish) {
        return new Room(screen, actions, panes, doors, selecting, new Leaving(leaving.screen(), finish));
    }
}
