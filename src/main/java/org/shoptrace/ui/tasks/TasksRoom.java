package org.shoptrace.ui.tasks;

import java.util.List;
import org.shoptrace.core.ShoptraceException;
import org.shoptrace.ui.kit.Destination;
import org.shoptrace.ui.room.Act;
import org.shoptrace.ui.room.Feature;
import org.shoptrace.ui.room.Room;
import org.shoptrace.ui.room.Selection;
import org.shoptrace.ui.room.Surroundings;

/// The room of the tasks.
public final class TasksRoom {
    public static final Feature FEATURE = Feature.screen("tasks", "task=N", TasksRoom::build);

    private TasksRoom() {}

    private static Room build(Surroundings around) {
        TasksViewModel model = new TasksViewModel(around.workspace(), around.jobs(), around.navigator());
        return Room.of(new TasksView(model, around.clipboard()).screen())
                .opening(Destination.OpenTask.class, to -> model.openTask(to.query()))
                .selecting(selection -> acts(model, selection));
    }

    private static List<Act> acts(TasksViewModel model, Selection selection) {
        return selection.number("task").isEmpty() ? List.of() : List.of(() -> select(model, selection.number("task").getAsInt()));
    }

    private static void select(TasksViewModel model, int place) throws ShoptraceException {
        if (!model.selectPlace(place)) {
            throw new ShoptraceException("there is no such task", "task=" + place, "Count from 1 to the number that the screen shows");
        }
    }
}
